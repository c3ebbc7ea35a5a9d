const IDS_PER_LOG = 0x1_0000_0000n;

/**
 * Names of the files of the write-ahead log from the one that holds the first position to the one
 * that holds the byte before the second.
 *
 * @param from, until positions as PostgreSQL writes them: `0/2000028`.
 * @param segmentBytes the cluster's wal_segment_size.
 */
export function walSegments(
  timeline: number,
  from: string,
  until: string,
  segmentBytes: number,
): string[] {
  const size = BigInt(segmentBytes);
  const first = positionOf(from) / size;
  const last = (positionOf(until) - 1n) / size;
  const perLog = IDS_PER_LOG / size;
  const names: string[] = [];
  for (let segment = first; segment <= last; segment += 1n) {
    names.push(hex(BigInt(timeline)) + hex(segment / perLog) + hex(segment % perLog));
  }
  return names;
}

function positionOf(lsn: string): bigint {
  const [high = '', low = ''] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

const hex = (number: bigint) => number.toString(16).toUpperCase().padStart(8, '0');
