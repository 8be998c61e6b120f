import type { Condition } from '@banso/domain/targeting';
import {
  AddIcon,
  AlertIcon,
  Button,
  CloseIcon,
  Icon,
  IconButton,
  Menu,
  Notice,
  RadioSegment,
  Select,
} from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { useEditor } from '../frame/editor-context.ts';
import { type ConditionRow, conditionOf, listOf } from '../model/condition-rows.ts';
import { problemAt } from '../model/draft-problems.ts';
import { LEAF_KINDS, leafKindOf, newLeaf } from '../model/new-leaf.ts';
import { problemWords } from '../texts/problem-words.ts';
import { ConditionInWords } from './condition-in-words.tsx';
import { LeafFields } from './condition-row-fields.tsx';
import { useContentNames } from './use-content-names.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link ConditionEditor}. */
export interface ConditionEditorProps {
  condition: Condition;
  /** Where the condition is in the draft. */
  path: string;
  /** What it decides; read out. */
  label: string;
  onCondition: (condition: Condition) => void;
  /** What is wrong with the condition as a whole. */
  error?: string | undefined;
}

/** An audience as lines that all, or any of them, must hold. What is nested deeper is shown in words and left alone. */
export function ConditionEditor({ condition, path, label, onCondition, error }: ConditionEditorProps) {
  const texts = wordsOf('audience');
  const { readOnly } = useEditor();
  const { all: contents } = useContentNames();
  const list = listOf(condition);
  if (!list) {
    return (
      <div class="conds" data-path={path}>
        <ConditionInWords condition={condition} />
        <Notice title={texts.deep}>{texts.deepWhat}</Notice>
      </div>
    );
  }
  const setRows = (rows: readonly ConditionRow[]) => onCondition(conditionOf({ ...list, rows }));
  const setRow = (index: number, row: ConditionRow) => setRows(list.rows.with(index, row));
  const remove = (index: number) => {
    setRows(list.rows.toSpliced(index, 1));
    toaster.show({
      message: list.rows.length === 1 ? texts.removedLast : texts.removed,
      undo: () => onCondition(condition),
    });
  };
  const add = LEAF_KINDS.map((kind) => ({
    id: kind,
    label: texts.kind[kind],
    disabledReason: kind === 'content' && contents.length === 0 ? texts.noContent : undefined,
    onSelect: () => {
      const leaf = newLeaf(kind, contents[0]?.id);
      if (leaf) setRows([...list.rows, { leaf, negated: false }]);
    },
  }));

  return (
    <div class="conds" role="group" aria-label={label} data-path={path}>
      {list.rows.length > 1 && (
        <div class="row wrap">
          <RadioSegment
            label={texts.join}
            value={list.join}
            onChange={(join) => !readOnly && onCondition(conditionOf({ ...list, join }))}
            options={[
              { value: 'all', label: texts.all },
              { value: 'any', label: texts.any },
            ]}
          />
          <span class="muted">{list.join === 'all' ? texts.allWhat : texts.anyWhat}</span>
        </div>
      )}
      <ol class="conds-l">
        {list.rows.map((row, index) => (
          <Row
            key={index}
            row={row}
            path={rowPath(condition, path, index, row.negated)}
            onRow={(to) => setRow(index, to)}
            onRemove={readOnly ? undefined : () => remove(index)}
          />
        ))}
      </ol>
      {error !== undefined && (
        <p class="hint err">
          <Icon of={AlertIcon} size="s" />
          {error}
        </p>
      )}
      {!readOnly && (
        <div>
          <Menu
            label={texts.add}
            sections={[{ id: 'kinds', items: add }]}
            trigger={(props) => (
              <Button {...props} small icon={AddIcon}>
                {texts.add}
              </Button>
            )}
          />
        </div>
      )}
    </div>
  );
}

/** Where a line is in the condition: a single line may stand there without a list around it. */
function rowPath(condition: Condition, path: string, index: number, negated: boolean): string {
  const isList = condition.type === 'all' || condition.type === 'any';
  return `${path}${isList ? `.of.${index}` : ''}${negated ? '.of' : ''}`;
}

function Row({
  row,
  path,
  onRow,
  onRemove,
}: {
  row: ConditionRow;
  path: string;
  onRow: (row: ConditionRow) => void;
  onRemove: (() => void) | undefined;
}) {
  const texts = wordsOf('audience');
  const { model } = useEditor();
  const { leaf } = row;
  const problem = problemAt(model.problems.value, path);
  // Whether something happened with a content is known of everybody: "not happened" needs no negation around it.
  const isNot = leaf.type === 'content' ? leaf.happened === row.negated : row.negated;
  const setNot = (not: boolean) =>
    onRow(
      leaf.type === 'content'
        ? { leaf: { ...leaf, happened: !not }, negated: false }
        : { leaf, negated: not },
    );
  return (
    <li>
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
    </li>
  );
}
