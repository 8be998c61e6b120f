import type { widgetApi } from '@banso/contract';
import type { Settled } from './outbox.ts';

/** What tabs of one origin tell each other. */
export type Message =
  | ({ type: 'settled' } & Settled)
  /** A survey or an announcement was answered, opened or put away here. */
  | { type: 'done'; who: string; contentId: string }
  | ({ type: 'progress'; who: string } & Pick<widgetApi.SyncResponse, 'progress' | 'unread' | 'messages'> & {
        preferences: widgetApi.Preferences | undefined;
      });

export interface Channel {
  post(message: Message): void;
  /** Listens again after {@link Channel.close}. */
  open(): void;
  /** An open channel keeps a page from being kept for going back to. */
  close(): void;
}

/** Other tabs of this origin; where they cannot be reached every tab works alone. */
export function createChannel(name: string, hear: (message: Message) => void): Channel {
  let channel: BroadcastChannel | undefined;

  function open(): void {
    try {
      channel ??= new BroadcastChannel(name);
      channel.onmessage = ({ data }) => hear(data as Message);
    } catch {
      channel = undefined; // frames without an origin
    }
  }

  open();
  return {
    post: (message) => channel?.postMessage(message),
    open,
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
