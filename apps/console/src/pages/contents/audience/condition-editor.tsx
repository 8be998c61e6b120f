import type { Condition } from '@banso/domain/targeting';
import { AlertIcon, Icon, Notice } from '@banso/ui';
import { conditionOf, groupOf } from '../model/condition-rows.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { ConditionGroupEditor } from './condition-group-editor.tsx';
import { ConditionInWords } from './condition-in-words.tsx';

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

/** An audience as lines and groups of lines. What those cannot say is shown in words and left alone. */
export function ConditionEditor({ condition, path, label, onCondition, error }: ConditionEditorProps) {
  const texts = wordsOf('audience');
  const group = groupOf(condition);
  return group ? (
    <>
      <ConditionGroupEditor
        group={group}
        condition={condition}
        path={path}
        label={label}
        depth={0}
        onGroup={(to) => onCondition(conditionOf(to))}
      />
      {error !== undefined && (
        <p class="hint err">
          <Icon of={AlertIcon} size="s" />
          {error}
        </p>
      )}
    </>
  ) : (
    <div class="conds" data-path={path}>
      <ConditionInWords condition={condition} />
      <Notice title={texts.deep}>{texts.deepWhat}</Notice>
    </div>
  );
}
