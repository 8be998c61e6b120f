import type { PublishProblemCode } from '@banso/domain/content';

type Words = Readonly<
  Record<
    PublishProblemCode | 'too_long' | 'empty' | 'value_missing' | 'invalid' | 'translation_missing',
    string
  >
>;

/** What is wrong with a field and what to do, in one sentence, in English. */
export const problems: Words = {
  no_steps: 'Add at least one step.',
  no_required_step: 'Make at least one step required: optional steps do not count.',
  key_missing: 'This has no key. Remove it and add it again.',
  duplicate_key: 'Something else has the same key. Remove it and add it again.',
  unknown_requirement: 'It waits for a step that is gone.',
  requirement_cycle: 'It waits for itself. Take one of the steps off.',
  never_opens: 'It can never open: it waits for a step that waits for this one.',
  never_visible: 'Nobody can see it: no one can meet this condition.',
  never_completes: 'It can never be done: no one can meet this condition.',
  text_missing: 'Needed before you publish.',
  link_missing: 'Give an address.',
  link_unsafe:
    'Use an address that starts with https://, mailto:, tel:, or with / for a page in your product.',
  no_questions: 'Add at least one question.',
  reserved_key: 'This key is taken. Remove the question and add it again.',
  dates_missing: 'Set the time.',
  dates_reversed: 'The end has to be later than the start.',
  audience_never_matches: 'Nobody can meet this condition.',
  sample_empty: 'At 0 % nobody sees it. Set at least 1 %.',
  pattern_empty: 'Write a page, or remove the line.',
  too_long: 'Too long. Shorten it.',
  empty: 'Fill this in. It is not saved until then.',
  value_missing: 'Say what to compare with.',
  invalid: 'This cannot be saved like this.',
  translation_missing: 'Not written yet.',
};
