import type { event } from '@banso/contract';
import { erasing } from '@banso/database';

type Field<E> = E extends unknown ? Exclude<keyof E, 'id' | 'at' | 'type' | 'contentId'> : never;
/** What an event of the widget says beside who, when, and about which content; and what we add ourselves. */
export type PayloadField = Field<event.Event> | 'importId' | 'linkId' | 'via';

/**
 * What becomes of each field when its person is erased. `kept`: names and numbers that are counted, which the team or the
 * product made. `words`: a person's own, of which only that something was said is kept. `gone`: everything else.
 */
export const FATE: Readonly<Record<PayloadField, 'kept' | 'words' | 'gone'>> = {
  about: 'kept',
  asking: 'kept',
  helpful: 'kept',
  importId: 'kept',
  linkId: 'kept',
  locale: 'gone',
  name: 'kept',
  optOut: 'kept',
  other: 'words',
  properties: 'gone',
  question: 'kept',
  reason: 'gone',
  responseId: 'kept',
  step: 'kept',
  surface: 'kept',
  text: 'gone',
  until: 'kept',
  upTo: 'kept',
  url: 'gone',
  value: 'words',
  version: 'kept',
  via: 'kept',
};

/** The payload of an event without what tells of its person. What is not known is gone. */
export function erasedPayload(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).flatMap(([field, value]): [string, unknown][] => {
      const fate = Object.hasOwn(FATE, field) ? FATE[field as PayloadField] : 'gone';
      if (fate === 'gone') return [];
      // a number and the keys of options are no words; blanks said nothing before and say nothing now
      const isWords = fate === 'words' && typeof value === 'string' && value.trim() !== '';
      return [[field, isWords ? erasing.ERASED_TEXT : value]];
    }),
  );
}
