import { AlertIcon, CloseIcon, Icon, IconButton, Select } from '@banso/ui';
import { useFormFrame } from '../frame/form-frame.ts';
import type { ConditionRow } from '../model/condition-rows.ts';
import { problemAt } from '../model/draft-problems.ts';
import { leafKindOf } from '../model/new-leaf.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';
import { LeafFields } from './condition-row-fields.tsx';

/** Props of {@link ConditionLine}. */
export interface ConditionLineProps {
  row: ConditionRow;
  path: string;
  onRow: (row: ConditionRow) => void;
  onRemove: (() => void) | undefined;
}

/** One fact that must hold, or must not. */
export function ConditionLine({ row, path, onRow, onRemove }: ConditionLineProps) {
  const texts = wordsOf('audience');
  const { problems } = useFormFrame();
  const { leaf } = row;
  const problem = problemAt(problems, path);
  // Whether something happened with a content is known of everybody: "not happened" needs no negation around it.
  const isNot = leaf.type === 'content' ? leaf.happened === row.negated : row.negated;
  const setNot = (not: boolean) =>
    onRow(
      leaf.type === 'content'
        ? { leaf: { ...leaf, happened: !not }, negated: false }
        : { leaf, negated: not },
    );
  return (
    <>
      <div class="cond" data-path={path}>
        <Select
          aria-label={texts.ifOrNot}
          value={isNot ? 'not' : 'if'}
          onValue={(to) => setNot(to === 'not')}
          options={[
            { value: 'if', label: texts.if },
            { value: 'not', label: texts.ifNot },
          ]}
        />
        <span class="cond-k">{texts.kind[leafKindOf(leaf)]}</span>
        <LeafFields leaf={leaf} path={path} onLeaf={(to) => onRow({ ...row, leaf: to })} />
        {onRemove && (
          <span class="right">
            <IconButton icon={CloseIcon} label={texts.remove} onClick={onRemove} />
          </span>
        )}
      </div>
      {problem && (
        <p class="hint err">
          <Icon of={AlertIcon} size="s" />
          {problemWords(problem)}
        </p>
      )}
    </>
  );
}
