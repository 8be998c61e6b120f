import type { ContentPhase, LeafCondition } from '@banso/domain/targeting';
import { Select } from '@banso/ui';
import { workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { ValueList } from '../fields/value-list.tsx';
import { useFormFrame } from '../frame/form-frame.ts';
import { LoadedPart } from '../frame/loaded-part.tsx';
import { problemAt } from '../model/draft-problems.ts';
import { leafKindOf, namedTraitOf } from '../model/new-leaf.ts';
import { contentTexts } from '../texts/content.ts';
import { TraitFields } from './trait-fields.tsx';
import { useContentNames } from './use-content-names.ts';
import { useKnownNames } from './use-known-names.ts';
import { wordsOf } from '../texts/editor-words.ts';

const PHASES: readonly ContentPhase[] = ['shown', 'opened', 'dismissed', 'answered', 'completed'];

/** Props of the fields of one condition. */
export interface LeafProps<L> {
  leaf: L;
  path: string;
  onLeaf: (leaf: LeafCondition) => void;
}

const loadAnswer = () => import('./answer-fields.tsx').then((part) => part.AnswerFields);
const loadList = () => import('./list-fields.tsx').then((part) => part.ListFields);
const loadNamed = () => import('./named-trait-fields.tsx').then((part) => part.NamedTraitFields);

export type Of<T extends LeafCondition['type']> = Extract<LeafCondition, { type: T }>;

/** What one line of an audience asks for. */
export function LeafFields({ leaf, path, onLeaf }: LeafProps<LeafCondition>) {
  const texts = wordsOf('audience');
  switch (leaf.type) {
    case 'trait':
      if (leafKindOf(leaf) === namedTraitOf(leaf))
        return <LoadedPart load={loadNamed} props={{ leaf, path, onLeaf }} shape="text" />;
      return <TraitFields leaf={leaf} path={path} onLeaf={onLeaf} withSubject={false} />;
    case 'event':
      return <EventFields leaf={leaf} path={path} onLeaf={onLeaf} />;
    case 'content':
      return <ContentFields leaf={leaf} path={path} onLeaf={onLeaf} />;
    case 'answer':
      return <LoadedPart load={loadAnswer} props={{ leaf, path, onLeaf }} shape="text" />;
    case 'list':
      return <LoadedPart load={loadList} props={{ leaf, path, onLeaf }} shape="text" />;
    case 'segment':
      return <SegmentField leaf={leaf} path={path} onLeaf={onLeaf} />;
    case 'locale':
      return (
        <ValueList
          label={texts.languages}
          path={`${path}.in`}
          maxLength={35}
          most={50}
          placeholder={(workspace.value?.locales ?? ['en']).join(', ')}
          values={leaf.in}
          onValues={(to) => onLeaf({ ...leaf, in: to })}
        />
      );
    case 'sample':
      return (
        <>
          <NumberInput
            label={texts.percent}
            path={`${path}.percent`}
            min={0}
            max={100}
            fractions
            value={leaf.percent}
            onNumber={(percent) => percent !== null && onLeaf({ ...leaf, percent })}
          />
          <span class="muted">{texts.percentOfPeople}</span>
        </>
      );
    default:
      return leaf satisfies never;
  }
}

function SegmentField({ leaf, path, onLeaf }: LeafProps<Of<'segment'>>) {
  const texts = wordsOf('audience');
  const { segments } = useContentNames();
  const known = segments.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = known.some(({ value }) => value === leaf.segmentId);
  return (
    <Select
      aria-label={texts.kind.segment}
      data-path={`${path}.segmentId`}
      value={leaf.segmentId}
      onValue={(segmentId) => onLeaf({ ...leaf, segmentId })}
      options={isKnown ? known : [{ value: leaf.segmentId, label: texts.segmentGone }, ...known]}
    />
  );
}

function EventFields({ leaf, path, onLeaf }: LeafProps<Of<'event'>>) {
  const texts = wordsOf('audience');
  const { problems } = useFormFrame();
  const names = useKnownNames();
  return (
    <>
      <Select
        aria-label={texts.byWhom}
        value={leaf.subject}
        onValue={(subject) => onLeaf({ ...leaf, subject })}
        options={[
          { value: 'contact', label: texts.byPerson },
          { value: 'account', label: texts.byAnyone },
        ]}
      />
      <SuggestInput
        label={texts.eventName}
        placeholder="report_exported"
        path={`${path}.name`}
        invalid={problemAt(problems, `${path}.name`) !== undefined}
        suggestions={names.events}
        maxLength={200}
        value={leaf.name}
        onValue={(name) => onLeaf({ ...leaf, name: name.trim() })}
      />
      <Select
        aria-label={texts.atLeastOrMost}
        value={leaf.op}
        onValue={(op) => onLeaf({ ...leaf, op })}
        options={[
          { value: 'at_least', label: texts.atLeast },
          { value: 'at_most', label: texts.atMost },
        ]}
      />
      <NumberInput
        label={texts.times}
        min={0}
        max={1_000_000}
        value={leaf.count}
        onNumber={(count) => count !== null && onLeaf({ ...leaf, count })}
      />
      <span class="muted">{texts.timesIn}</span>
      <NumberInput
        label={texts.days}
        min={1}
        max={365}
        canBeEmpty
        value={leaf.withinDays}
        onNumber={(withinDays) => onLeaf({ ...leaf, withinDays })}
      />
      <span class="muted">{leaf.withinDays === null ? texts.daysEver : texts.daysUnit}</span>
    </>
  );
}

function ContentFields({ leaf, path, onLeaf }: LeafProps<Of<'content'>>) {
  const texts = wordsOf('audience');
  const words = wordsOf('conditions');
  const kinds = textsOf(contentTexts).title;
  const { all, nameOf } = useContentNames();
  const known = all.map(({ id, name, kind }) => ({ value: id, label: name, group: kinds[kind] }));
  const options = all.some(({ id }) => id === leaf.contentId)
    ? known
    : [{ value: leaf.contentId, label: nameOf(leaf.contentId) }, ...known];
  return (
    <>
      <Select
        aria-label={texts.content}
        data-path={`${path}.contentId`}
        value={leaf.contentId}
        onValue={(contentId) => onLeaf({ ...leaf, contentId })}
        options={options}
      />
      <Select
        aria-label={texts.whatHappened}
        value={leaf.phase}
        onValue={(phase) => onLeaf({ ...leaf, phase })}
        options={PHASES.map((phase) => ({ value: phase, label: words.phase[phase] }))}
      />
    </>
  );
}
