import { Field, Input } from '@banso/ui';
import { useEditor } from '../frame/editor-context.ts';
import { linkHints } from '../links/link-hints.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';

/** Props of {@link LinkField}. */
export interface LinkFieldProps {
  path: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  placeholder?: string | undefined;
  value: string;
  onLink: (value: string) => void;
}

/** An address: of a page in the product, or anywhere else. */
export function LinkField({ path, label, hint, optional, placeholder, value, onLink }: LinkFieldProps) {
  const { model, readOnly } = useEditor();
  const problem = problemAt(model.problems.value, path);
  return (
    <Field
      label={label}
      hint={linkHints.value[`${path} ${value}`] ?? hint}
      optional={optional}
      error={problem && problemWords(problem)}
    >
      <Input
        mono
        inputMode="url"
        autoCapitalize="none"
        spellcheck={false}
        data-path={path}
        placeholder={placeholder}
        readOnly={readOnly}
        value={value}
        onValue={(to) => onLink(to.trim())}
      />
    </Field>
  );
}
