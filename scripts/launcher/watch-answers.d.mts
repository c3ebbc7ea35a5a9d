import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from '../../lib/metrics/registry.mjs';
import type { Noted } from '../../lib/request-at-hand';

export function watchAnswers(
  routeOf: (url: string) => string,
  log: Logger,
  counted: Pick<Metrics, 'requests' | 'requestSeconds'>,
): (request: IncomingMessage, response: ServerResponse, store: { noted: Noted }) => void;
