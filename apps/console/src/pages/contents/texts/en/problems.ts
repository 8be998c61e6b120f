import type { PublishProblemCode } from '@banso/domain/content';

type Words = Readonly<
  Record<
    | PublishProblemCode
    | 'too_long'
    | 'empty'
    | 'value_missing'
    | 'selector_invalid'
    | 'invalid'
    | 'translation_missing',
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
  options_missing: 'Give at least two options.',
  unknown_target: 'It goes to a question that is gone. Choose another.',
  unknown_option: 'It is about an option that is gone.',
  never_fits: 'No answer fits this rule, or a rule before it takes them all.',
  leads_back: 'This leads round in a circle. Choose a question further down.',
  never_asked: 'Nobody comes to this question: every answer before it leads past it.',
  dates_missing: 'Set the time.',
  dates_reversed: 'The end has to be later than the start.',
  audience_never_matches: 'Nobody can meet this condition.',
  sample_empty: 'At 0 % nobody sees it. Set at least 1 %.',
  pattern_empty: 'Write a page, or remove the line.',
  goal_missing: 'Name the event that counts as success.',
  variant_unnamed: 'Give every variant a name.',
  variant_same: 'This variant is the same as another one. Change something in it.',
  variant_progress: 'Progress has to be counted for the same in all variants.',
  variant_unit: 'An account shares this checklist, so whole accounts have to be assigned.',
  too_long: 'Too long. Shorten it.',
  empty: 'Fill this in. It is not saved until then.',
  value_missing: 'Say what to compare with.',
  invalid: 'This cannot be saved like this.',
  translation_missing: 'Not written yet.',
  selector_invalid: 'This is no CSS selector.',
};
