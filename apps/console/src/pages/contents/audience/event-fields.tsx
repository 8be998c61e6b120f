import type { EventCondition } from '@banso/domain/targeting';
import { Icon, RuleIcon, Select } from '@banso/ui';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { useKnownNames } from './use-known-names.ts';

/** Props of {@link EventFields}. */
export interface EventFieldsProps {
  event: EventCondition;
  /** Where the condition stands in the body. */
  path: string;
  onEvent: (to: EventCondition) => void;
}

/** The event that a step waits for: its name, how often, and by whom. */
export function EventFields({ event, path, onEvent }: EventFieldsProps) {
  const texts = wordsOf('checklist');
  const { model } = useEditor();
  const names = useKnownNames();
  return (
    <div class="cond" data-path={path}>
      <Icon of={RuleIcon} />
      <SuggestInput
        label={texts.eventName}
        placeholder="member_invited"
        path={`${path}.name`}
        invalid={problemAt(model.problems.value, `${path}.name`) !== undefined}
        suggestions={names.events}
        maxLength={200}
        value={event.name}
        onValue={(name) => onEvent({ ...event, name: name.trim() })}
      />
      <span class="muted">{texts.happensAtLeast}</span>
      <NumberInput
        label={texts.times}
        min={1}
        max={1_000_000}
        value={event.count}
        onNumber={(count) => count !== null && onEvent({ ...event, count })}
      />
      <span class="muted">{texts.timesBy}</span>
      <Select
        aria-label={texts.byWhom}
        value={event.subject}
        onValue={(subject) => onEvent({ ...event, subject })}
        options={[
          { value: 'contact', label: texts.byPerson },
          { value: 'account', label: texts.byAnyone },
        ]}
      />
    </div>
  );
}
