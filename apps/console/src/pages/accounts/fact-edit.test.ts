import { describe, expect, test } from 'vitest';
import { ApiError } from '../../data/api.ts';
import type { Answer } from '../../data/api.ts';
import { createFactEdit } from './fact-edit.ts';

interface Row {
  plan: string | null;
  owner: string | null;
}

const stale = () => new ApiError(412, 'precondition_failed', 'Somebody else changed this meanwhile.');

/** A server with one row, which others can change behind the back of the page. */
function aServer(row: Row) {
  let revision = 1;
  let now = row;
  let known: Answer<Row> = { data: row, etag: 'r1' };
  const answer = () => (known = { data: now, etag: `r${revision}` });
  const writes: Row[] = [];
  return {
    writes,
    now: () => now,
    changeBehind(change: Partial<Row>) {
      now = { ...now, ...change };
      revision += 1;
    },
    port: {
      current: () => known,
      reload: async () => answer(),
      async save(plan: string | null, etag: string | undefined) {
        if (etag !== `r${revision}`) throw stale();
        now = { ...now, plan };
        revision += 1;
        writes.push(now);
        return answer();
      },
      valueOf: (each: Row) => each.plan,
    },
  };
}

function editing(row: Row, draft: string) {
  const server = aServer(row);
  const edit = createFactEdit(server.port);
  edit.begin();
  edit.setDraft(draft);
  return { server, edit };
}

describe('createFactEdit', () => {
  test('writes the draft and says what it was before, for undo', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    expect(await edit.save()).toEqual({ before: 'Pro', after: 'Enterprise' });
    expect(server.now().plan).toBe('Enterprise');
    expect(edit.state.value).toEqual({ status: 'shown' });
  });

  test('keeps the draft and writes nothing when somebody changed the same value', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ plan: 'Starter' });
    expect(await edit.save()).toBeUndefined();
    expect(edit.state.value).toEqual({ status: 'conflict', draft: 'Enterprise', theirs: 'Starter' });
    expect(server.writes).toEqual([]);
  });

  test('writes over another change beside it, which is no conflict', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ owner: 'Jonas' });
    expect(await edit.save()).toEqual({ before: 'Pro', after: 'Enterprise' });
    expect(server.now()).toEqual({ plan: 'Enterprise', owner: 'Jonas' });
  });

  test('is no conflict when both wanted the same', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ plan: 'Enterprise' });
    await edit.save();
    expect(edit.state.value).toEqual({ status: 'shown' });
    expect(server.writes).toEqual([]);
  });

  test('keepMine writes over theirs, and undo of it gives theirs back', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ plan: 'Starter' });
    await edit.save();
    expect(await edit.keepMine()).toEqual({ before: 'Starter', after: 'Enterprise' });
    expect(server.now().plan).toBe('Enterprise');
  });

  test('keepMine meets a third change: a conflict again, nothing is lost', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ plan: 'Starter' });
    await edit.save();
    server.changeBehind({ plan: 'Trial' });
    await edit.keepMine();
    expect(edit.state.value).toEqual({ status: 'conflict', draft: 'Enterprise', theirs: 'Trial' });
  });

  test('takeTheirs leaves the server as it is', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    server.changeBehind({ plan: 'Starter' });
    await edit.save();
    edit.takeTheirs();
    expect(edit.state.value).toEqual({ status: 'shown' });
    expect(server.now().plan).toBe('Starter');
  });

  test('keeps the draft when the server cannot be reached', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Enterprise');
    const away = new ApiError(0, 'unreachable', 'The server could not be reached.');
    server.port.save = async () => {
      throw away;
    };
    await edit.save();
    expect(edit.state.value).toEqual({ status: 'editing', draft: 'Enterprise', problem: away });
  });

  test('saving an unchanged value asks nobody', async () => {
    const { server, edit } = editing({ plan: 'Pro', owner: null }, 'Pro');
    expect(await edit.save()).toBeUndefined();
    expect(server.writes).toEqual([]);
    expect(edit.state.value).toEqual({ status: 'shown' });
  });
});
