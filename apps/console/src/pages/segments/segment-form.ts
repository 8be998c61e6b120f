import { Segment, SegmentCreate } from '@banso/contract/segment';
import { sameValue } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { canMatch } from '@banso/domain/targeting';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, queries } from '../../data/query.ts';
import { api, workspace } from '../../data/session.ts';
import { type Submit, useSubmit } from '../../data/submit.ts';
import { type DraftProblem, emptyValues, storingProblems } from '../contents/model/draft-problems.ts';

/** A segment as it was opened; without an id it is new. */
export interface Opened extends Pick<
  Segment,
  'name' | 'description' | 'condition' | 'contents' | 'segments'
> {
  id?: string | undefined;
  etag?: string | undefined;
}

/** What is typed of a segment, and what can be done with it. */
export interface SegmentForm {
  name: string;
  description: string;
  condition: Condition;
  setName: (name: string) => void;
  setDescription: (words: string) => void;
  setCondition: (condition: Condition) => void;
  isChanged: boolean;
  problems: readonly DraftProblem[];
  submit: Submit;
  /** Saves it. @returns the id, and undefined when it was refused. */
  save: () => Promise<string | undefined>;
  remove: () => Promise<boolean>;
}

/** Whole segments are saved at once, by a button: live content follows at that moment. */
export function useSegmentForm(opened: Opened): SegmentForm {
  const [stored, setStored] = useState(opened);
  const [name, setName] = useState(opened.name);
  const [description, setDescription] = useState(opened.description);
  const [condition, setCondition] = useState(opened.condition);
  const submit = useSubmit();
  const isChanged =
    name !== stored.name || description !== stored.description || !sameValue(condition, stored.condition);
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);

  const path = stored.id === undefined ? '/v1/segments' : `/v1/segments/${stored.id}`;
  const save = async () => {
    let id: string | undefined;
    const isNew = stored.id === undefined;
    const done = await submit.run(async () => {
      const { data, etag } = await api.call(isNew ? 'POST' : 'PATCH', path, {
        schema: Segment,
        body: { name, description, condition },
        etag: stored.etag,
      });
      id = data.id;
      setStored({ ...data, etag });
      queries.setQueryData([workspace.peek()?.id, `/v1/segments/${data.id}`, {}], { data, etag });
      forget('/v1/segments');
    });
    return done ? id : undefined;
  };
  const remove = () =>
    submit.run(async () => {
      await api.call('DELETE', path, { schema: z.undefined(), etag: stored.etag });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === path });
      forget('/v1/segments');
    });
  return {
    name,
    description,
    condition,
    setName,
    setDescription,
    setCondition,
    isChanged,
    problems: problemsOf(condition),
    submit,
    save,
    remove,
  };
}

const Conditional = SegmentCreate.pick({ condition: true });

/** What keeps a condition from being saved, or from meaning anybody. */
function problemsOf(condition: Condition): DraftProblem[] {
  const storing = storingProblems(Conditional, { condition });
  const isNew = ({ path }: { path: string }) => !storing.some((problem) => problem.path === path);
  const others = [
    ...emptyValues(condition, 'condition'),
    ...(canMatch(condition) ? [] : [{ path: 'condition', code: 'audience_never_matches' }]),
  ];
  return [
    ...storing,
    ...others.filter(isNew).map((problem): DraftProblem => ({ ...problem, stops: 'publishing' })),
  ];
}
