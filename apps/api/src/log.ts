import type { DestinationStream, Logger } from 'pino';
import { destination, pino, stdSerializers, stdTimeFunctions } from 'pino';

/**
 * The log: one JSON object a line on standard error, so that standard output stays for people. Errors are written with their
 * message and stack; bodies, addresses and headers never reach it.
 */
export function openLog(level: string, stream: DestinationStream = destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: withoutData },
    },
    stream,
  );
}

/** Database errors carry the offending row in `detail` and the like: only code, message and stack are kept. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'not an error' };
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type, message, stack, ...(code !== undefined && { code }) };
}
