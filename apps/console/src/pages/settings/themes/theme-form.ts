import { Theme } from '@banso/contract/theme';
import { sameValue } from '@banso/domain/content';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, queries } from '../../../data/query.ts';
import { api, workspace } from '../../../data/session.ts';
import { type Submit, useSubmit } from '../../../data/submit.ts';
import { refreshWorkspace } from '../use-workspace.ts';
import { isLookFine } from './look-problems.ts';

/** A theme as it was opened. */
export interface OpenedTheme {
  theme: Theme;
  etag: string | undefined;
}

/** What is typed of a theme, and what can be done with it. */
export interface ThemeForm {
  stored: Theme;
  name: string;
  look: Theme['look'];
  setName: (name: string) => void;
  setLook: (look: Theme['look']) => void;
  isChanged: boolean;
  isFine: boolean;
  submit: Submit;
  save: () => Promise<boolean>;
  discard: () => void;
  makeDefault: () => Promise<boolean>;
  remove: () => Promise<boolean>;
}

/** Whole themes are saved at once, by a button: what customers see follows at that moment. */
export function useThemeForm(opened: OpenedTheme): ThemeForm {
  const [{ theme: stored, etag }, setStored] = useState(opened);
  const [name, setName] = useState(stored.name);
  const [look, setLook] = useState(stored.look);
  const submit = useSubmit();
  const isChanged = name !== stored.name || !sameValue(look, stored.look);
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);

  const path = `/v1/themes/${stored.id}`;
  const patch = (change: object) =>
    submit.run(async () => {
      const answer = await api.call('PATCH', path, { schema: Theme, body: change, etag });
      setStored({ theme: answer.data, etag: answer.etag });
      queries.setQueryData([workspace.peek()?.id, path, {}], answer);
      forget('/v1/themes');
      forget('/v1/audit-log');
      if (answer.data.isDefault) await refreshWorkspace();
    });
  return {
    stored,
    name,
    look,
    setName,
    setLook,
    isChanged,
    isFine: name.trim() !== '' && isLookFine(look),
    submit,
    save: () =>
      patch({
        ...(name !== stored.name && { name }),
        ...(!sameValue(look, stored.look) && { look }),
      }),
    discard() {
      setName(stored.name);
      setLook(stored.look);
    },
    makeDefault: () => patch({ isDefault: true }),
    remove: () =>
      submit.run(async () => {
        await api.call('DELETE', path, { schema: z.undefined(), etag });
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === path });
        forget('/v1/themes');
      }),
  };
}
