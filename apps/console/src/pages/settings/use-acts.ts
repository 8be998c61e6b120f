import * as z from 'zod';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';

/** What can be paused and tried. */
interface Running {
  id: string;
  status: string;
}

/** What can be done with each line of a list of rules or receivers; a toast says what came of it. */
export function useActs(
  path: string,
  schema: z.ZodType<Running>,
  said: { notSaved: string; tested: string },
): {
  test: (of: Running) => void;
  /** Pauses what is active, and lets go on what is not. */
  toggle: (of: Running) => void;
  remove: (of: Running) => void;
} {
  const submit = useSubmit();
  const act = (work: () => Promise<unknown>, done?: string) =>
    void submit
      .run(async () => void (await work()))
      .then((worked) => {
        forget(path);
        if (!worked) toaster.show({ message: said.notSaved });
        else if (done !== undefined) toaster.show({ message: done });
      });
  return {
    test: ({ id }) => act(() => api.call('POST', `${path}/${id}/test`, { schema: z.unknown() }), said.tested),
    toggle: ({ id, status }) =>
      act(async () => {
        const { etag } = await api.call('GET', `${path}/${id}`, { schema });
        const body = { status: status === 'active' ? 'paused' : 'active' };
        await api.call('PATCH', `${path}/${id}`, { schema, body, etag });
      }),
    remove: ({ id }) => act(() => api.call('DELETE', `${path}/${id}`, { schema: z.unknown() })),
  };
}
