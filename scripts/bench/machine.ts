import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Client } from 'pg';
import type { Machine } from './kept-runs';

/** What a figure was measured on. */
export async function machineOf(client: Client): Promise<Machine> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1_073_741_824),
    node: process.version,
    postgres: rows[0]?.version ?? 'unknown',
  };
}

export const machineLine = ({ cores, cpu, memoryGb, node, postgres }: Machine): string =>
  `${cores} cores (${cpu}), ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres}`;
