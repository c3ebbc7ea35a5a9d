import { rootLines } from './read-log';

/** The file of roots as bytes, made as fast as it is taken. */
export function rootsStream(): ReadableStream<Uint8Array> {
  const lines = rootLines();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
