import type { Condition } from '@banso/domain/targeting';
import { AddIcon, Button, CloseIcon, IconButton, Menu, RadioSegment } from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { useFormFrame } from '../frame/form-frame.ts';
import { type ConditionGroup, conditionOf, JOINS, rowPath } from '../model/condition-rows.ts';
import { LEAF_KINDS, newLeaf } from '../model/new-leaf.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { ConditionLine } from './condition-line.tsx';
import { useContentNames } from './use-content-names.ts';

/** Groups stand in groups so deep; the server reads a little deeper. */
const MAX_DEPTH = 2;

/** Props of {@link ConditionGroupEditor}. */
export interface ConditionGroupEditorProps {
  group: ConditionGroup;
  /** What the group is in the draft: a single line may stand there without a list around it. */
  condition: Condition;
  path: string;
  label: string;
  /** 0: the outermost. */
  depth: number;
  onGroup: (group: ConditionGroup) => void;
  /** Absent for the outermost group. */
  onRemove?: (() => void) | undefined;
}

/** Lines and groups of which all, any or none must hold. */
export function ConditionGroupEditor(props: ConditionGroupEditorProps) {
  const { group, condition, path, label, depth, onGroup, onRemove } = props;
  const texts = wordsOf('audience');
  const { readOnly } = useFormFrame();
  const { all: contents, segments } = useContentNames();
  const { join, rows } = group;
  const isInner = depth > 0;

  type Row = ConditionGroup['rows'][number];
  const setRows = (to: readonly Row[]) => onGroup({ join, rows: to });
  const setRow = (index: number, row: Row) => setRows(rows.with(index, row));
  const remove = (index: number) => {
    // a group goes with its last line
    if (onRemove && rows.length === 1) return onRemove();
    setRows(rows.toSpliced(index, 1));
    toaster.show({
      message: rows.length === 1 ? texts.removedLast : texts.removed,
      undo: () => onGroup(group),
    });
  };
  const items = LEAF_KINDS.map((kind) => {
    const leaf = newLeaf(kind, {
      content: contents[0]?.id,
      survey: contents.find((content) => content.kind === 'survey')?.id,
      segment: segments[0]?.id,
    });
    return {
      id: kind,
      label: texts.kind[kind],
      disabledReason: leaf ? undefined : texts.noContent,
      onSelect: () => leaf && setRows([...rows, { leaf, negated: false }]),
    };
  });
  const addGroup = () => {
    const leaf = newLeaf('account_trait', {});
    if (leaf) setRows([...rows, { join: join === 'any' ? 'all' : 'any', rows: [{ leaf, negated: false }] }]);
  };

  return (
    <div class={isInner ? `conds inner ${join}` : 'conds'} role="group" aria-label={label} data-path={path}>
      {(isInner || rows.length > 1 || join === 'none') && (
        <div class="row wrap">
          <RadioSegment
            label={texts.join}
            value={join}
            onChange={(to) => !readOnly && onGroup({ join: to, rows })}
            options={JOINS.map((value) => ({ value, label: texts.joins[value] }))}
          />
          <span class="muted grow">{texts.joinsWhat[join]}</span>
          {onRemove && !readOnly && (
            <IconButton icon={CloseIcon} label={texts.removeGroup} onClick={onRemove} />
          )}
        </div>
      )}
      <ol class="conds-l">
        {rows.map((row, index) => (
          <li key={index}>
            {'rows' in row ? (
              <ConditionGroupEditor
                group={row}
                condition={conditionOf(row)}
                path={rowPath(condition, path, index, false)}
                label={texts.groupOf(label)}
                depth={depth + 1}
                onGroup={(to) => setRow(index, to)}
                onRemove={() => remove(index)}
              />
            ) : (
              <ConditionLine
                row={row}
                path={rowPath(condition, path, index, row.negated)}
                onRow={(to) => setRow(index, to)}
                onRemove={readOnly ? undefined : () => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div class="row wrap">
          <Menu
            label={texts.add}
            sections={[{ id: 'kinds', items }]}
            trigger={(trigger) => (
              <Button {...trigger} small icon={AddIcon}>
                {texts.add}
              </Button>
            )}
          />
          {depth < MAX_DEPTH && (
            <Button small variant="ghost" icon={AddIcon} onClick={addGroup}>
              {texts.addGroup}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
