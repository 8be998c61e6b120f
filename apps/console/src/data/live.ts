import { report } from '@banso/contract';
import { signal } from '@preact/signals';
import { workspace } from './session.ts';

/** Whether the live feed is connected; lists say so when it is not. */
export const connected = signal(false);

/** The last that was heard of somebody who edits. */
export const editing = signal<Extract<report.LiveEvent, { type: 'editing' }> | undefined>(undefined);

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Hears what happens in the current workspace, and goes on trying while the network is gone.
 * @param hear - Called for each event.
 * @param onReconnect - Called when events may have been missed.
 * @returns The function that stops it.
 */
export function listen(hear: (event: report.LiveEvent) => void, onReconnect: () => void): () => void {
  const stop = new AbortController();
  void (async () => {
    let wait = FIRST_WAIT_MS;
    let missed = false;
    while (!stop.signal.aborted) {
      try {
        const answer = await fetch('/v1/live', {
          headers: { accept: 'text/event-stream', 'banso-workspace': workspace.peek()?.id ?? '' },
          credentials: 'same-origin',
          signal: stop.signal,
        });
        if (!answer.ok || !answer.body) throw new Error(`live feed: ${answer.status}`);
        connected.value = true;
        if (missed) onReconnect();
        wait = FIRST_WAIT_MS;
        await readEvents(answer.body, hear);
      } catch {
        // the network or the server is away: told by `connected`, tried again below
      }
      connected.value = false;
      missed = true;
      if (stop.signal.aborted) return;
      await new Promise((go) => setTimeout(go, wait * (0.5 + Math.random() / 2)));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  })();
  return () => stop.abort();
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (event: report.LiveEvent) => void,
): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('\n');
      const parsed = data ? report.LiveEvent.safeParse(JSON.parse(data)) : undefined;
      if (parsed?.success) hear(parsed.data);
    }
  }
}
