import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../data/api.ts';
import { aChecklist, aRecord } from '../testing/drafts.ts';
import { type Autosave, createAutosave, type DraftStore, PAUSE_MS } from './autosave.ts';
import type { Draft, Stored } from './content-draft.ts';
import type { DraftKeeper, KeptDraft } from './kept-draft.ts';

type List = Draft<'checklist'>;

/** A server with one checklist and revisions, which can be away. */
class Server implements DraftStore<'checklist'> {
  revision = 1;
  draft: List = aChecklist();
  name = 'Start';
  saves = 0;
  /** Thrown instead of an answer. */
  trouble: ApiError | undefined;
  /** The change arrives, its answer does not. */
  losesAnswers = false;
  /** Requests wait until it is called. */
  hold: Promise<void> = Promise.resolve();

  stored(): Stored<'checklist'> {
    const updatedAt = new Date(Date.UTC(2026, 0, 1) + this.revision * 1_000).toISOString();
    return { record: aRecord(this.draft, { name: this.name, updatedAt }), etag: `"r${this.revision}"` };
  }
  change(draft: List): void {
    this.draft = structuredClone(draft);
    this.revision += 1;
  }
  async read(): Promise<Stored<'checklist'>> {
    await this.hold;
    if (this.trouble) throw this.trouble;
    return this.stored();
  }
  async save(draft: List, etag: string | undefined): Promise<Stored<'checklist'>> {
    this.saves += 1;
    await this.hold;
    if (this.trouble) throw this.trouble;
    if (etag !== `"r${this.revision}"`) throw new ApiError(412, 'precondition_failed', 'changed');
    this.change(draft);
    if (this.losesAnswers) throw unreachable();
    return this.stored();
  }
}

const unreachable = () => new ApiError(0, 'unreachable', 'away');

class Keeper implements DraftKeeper<'checklist'> {
  kept: KeptDraft<'checklist'> | undefined;
  get = () => this.kept;
  put = (kept: KeptDraft<'checklist'>) => void (this.kept = kept);
  drop = () => void (this.kept = undefined);
}

const titled =
  (title: string) =>
  (draft: List): List => ({ ...draft, body: { ...draft.body, title: { en: title } } });
const titleOf = (draft: List) => draft.body.title['en'];

let server: Server;
let keeper: Keeper;
const opened = (isStorable: (draft: List) => boolean = () => true): Autosave<'checklist'> =>
  createAutosave({ stored: server.stored(), store: server, keeper, isStorable });
const pause = (ms = PAUSE_MS) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  keeper = new Keeper();
});
afterEach(() => vi.useRealTimers());

describe('a draft that stores itself', () => {
  test('is sent once, when typing pauses, with the ETag that was read', async () => {
    const saved = opened();
    for (const title of ['G', 'Go', 'Gop']) {
      saved.edit(titled(title));
      await pause(PAUSE_MS / 2);
    }
    expect(server.saves).toBe(0);
    expect(saved.state.value.status).toBe('waiting');
    await pause();
    expect([server.saves, titleOf(server.draft)]).toEqual([1, 'Gop']);
    expect(saved.state.value).toEqual({ status: 'saved', at: server.stored().record.updatedAt });
  });

  test('goes on with the ETag of the answer', async () => {
    const saved = opened();
    saved.edit(titled('One'));
    await pause();
    saved.edit(titled('Two'));
    await pause();
    expect([server.saves, titleOf(server.draft), saved.etag()]).toEqual([2, 'Two', '"r3"']);
  });

  test('keeps a copy until the server has it', async () => {
    const saved = opened();
    saved.edit(titled('Kept'));
    expect(keeper.kept && titleOf(keeper.kept.draft)).toBe('Kept');
    await pause();
    expect(keeper.kept).toBeUndefined();
  });

  test('loses nothing that is typed while a request is under way', async () => {
    const saved = opened();
    let go = () => {};
    server.hold = new Promise((resolve) => void (go = resolve));
    saved.edit(titled('First'));
    await pause();
    expect(saved.state.value.status).toBe('saving');
    saved.edit(titled('Second'));
    go();
    await pause(0);
    expect([titleOf(server.draft), titleOf(saved.draft.value), saved.state.value.status]).toEqual([
      'First',
      'Second',
      'waiting',
    ]);
    await pause();
    expect([titleOf(server.draft), saved.state.value.status]).toEqual(['Second', 'saved']);
  });

  test('flush sends at once, also what is typed meanwhile', async () => {
    const saved = opened();
    saved.edit(titled('Now'));
    const done = saved.flush();
    saved.edit(titled('Now and this'));
    expect(await done).toBe(true);
    expect(titleOf(server.draft)).toBe('Now and this');
  });

  test('does not send what the server could not store, and says so', async () => {
    const saved = opened((draft) => titleOf(draft) !== 'bad');
    saved.edit(titled('bad'));
    await pause();
    expect([server.saves, saved.state.value.status, keeper.kept && titleOf(keeper.kept.draft)]).toEqual([
      0,
      'unstorable',
      'bad',
    ]);
    saved.edit(titled('good'));
    await pause();
    expect([titleOf(server.draft), saved.state.value.status]).toEqual(['good', 'saved']);
  });
});

describe('without a network', () => {
  test('it goes on trying, slower and slower, and keeps what is typed', async () => {
    const saved = opened();
    server.trouble = unreachable();
    saved.edit(titled('Away'));
    await pause();
    expect(saved.state.value.status).toBe('offline');
    await pause(1_000 + 2_000 + 4_000);
    expect(server.saves).toBe(4);
    saved.edit(titled('Still away'));
    server.trouble = undefined;
    await pause(8_000);
    expect([titleOf(server.draft), saved.state.value.status, keeper.kept]).toEqual([
      'Still away',
      'saved',
      undefined,
    ]);
  });

  test('an answer that was lost is no conflict', async () => {
    const saved = opened();
    server.losesAnswers = true;
    saved.edit(titled('Arrived'));
    await pause();
    expect(saved.state.value.status).toBe('offline');
    saved.edit(titled('Arrived and more'));
    server.losesAnswers = false;
    await pause(1_000);
    await pause();
    expect([titleOf(server.draft), saved.state.value.status]).toEqual(['Arrived and more', 'saved']);
  });

  test('a refusal is told and does not repeat by itself', async () => {
    const saved = opened();
    server.trouble = new ApiError(403, 'forbidden', 'no');
    saved.edit(titled('No'));
    await pause();
    await pause(60_000);
    expect([server.saves, saved.state.value.status]).toEqual([1, 'refused']);
  });
});

describe('when somebody else changed it', () => {
  const inConflict = async () => {
    const saved = opened();
    server.change(titled('Theirs')(server.draft));
    saved.edit(titled('Mine'));
    await pause();
    return saved;
  };

  test('nothing is overwritten and nothing typed is lost', async () => {
    const saved = await inConflict();
    expect(saved.state.value.status).toBe('conflict');
    const { saves } = server;
    expect(await saved.flush()).toBe(false);
    expect(server.saves).toBe(saves);
    expect([titleOf(server.draft), titleOf(saved.draft.value)]).toEqual(['Theirs', 'Mine']);
    saved.edit(titled('Mine, longer'));
    await pause(60_000);
    expect([titleOf(server.draft), titleOf(keeper.kept!.draft), saved.state.value.status]).toEqual([
      'Theirs',
      'Mine, longer',
      'conflict',
    ]);
  });

  test('mine can be kept', async () => {
    const saved = await inConflict();
    expect(await saved.keepMine()).toBe(true);
    expect([titleOf(server.draft), saved.state.value.status]).toEqual(['Mine', 'saved']);
  });

  test('theirs can be taken, and mine brought back', async () => {
    const saved = await inConflict();
    const mine = saved.takeTheirs()!;
    expect([titleOf(saved.draft.value), saved.state.value.status, keeper.kept]).toEqual([
      'Theirs',
      'saved',
      undefined,
    ]);
    saved.edit(() => mine);
    await pause();
    expect([titleOf(server.draft), saved.state.value.status]).toEqual(['Mine', 'saved']);
  });

  test('a change of the name alone is no conflict', async () => {
    const saved = opened();
    server.name = 'Other name';
    server.revision += 1;
    saved.edit(titled('Mine'));
    await pause();
    await pause();
    expect([titleOf(server.draft), saved.record.value.name, saved.state.value.status]).toEqual([
      'Mine',
      'Other name',
      'saved',
    ]);
  });

  test('a clean draft follows what is read again; an answer from before the last save does not count', async () => {
    const saved = opened();
    const old = server.stored();
    saved.edit(titled('Mine'));
    await pause();
    saved.offer(old);
    expect(titleOf(saved.draft.value)).toBe('Mine');
    server.change(titled('Theirs')(server.draft));
    saved.offer(server.stored());
    expect([titleOf(saved.draft.value), saved.etag()]).toEqual(['Theirs', '"r3"']);
  });
});

describe('what was left in the tab', () => {
  test('comes back and is sent', async () => {
    keeper.put({ etag: '"r1"', draft: titled('Left')(server.draft) });
    const saved = opened();
    expect(titleOf(saved.draft.value)).toBe('Left');
    await pause();
    expect([titleOf(server.draft), keeper.kept]).toEqual(['Left', undefined]);
  });

  test('asks when somebody else was faster', async () => {
    keeper.put({ etag: '"r1"', draft: titled('Left')(server.draft) });
    server.change(titled('Theirs')(server.draft));
    const saved = opened();
    expect([saved.state.value.status, titleOf(saved.draft.value)]).toEqual(['conflict', 'Left']);
    await pause(60_000);
    expect(titleOf(server.draft)).toBe('Theirs');
  });

  test('is dropped when the server has it already', () => {
    keeper.put({ etag: '"r0"', draft: structuredClone(server.draft) });
    expect([opened().state.value.status, keeper.kept]).toEqual(['saved', undefined]);
  });
});

describe('other changes of the content', () => {
  test('run in turn with the saving and take over the answer', async () => {
    const saved = opened();
    saved.edit(titled('Mine'));
    await saved.flush();
    await saved.act(async (etag) => {
      expect(etag).toBe('"r2"');
      server.change(titled('Rolled back')(server.draft));
      return server.stored();
    });
    expect([titleOf(saved.draft.value), saved.etag(), saved.state.value.status]).toEqual([
      'Rolled back',
      '"r3"',
      'saved',
    ]);
  });

  test('that the live feed tells of before they are answered leave nothing to be saved', async () => {
    const saved = opened();
    await saved.act(async () => {
      server.change(titled('Rolled back')(server.draft));
      saved.offer(structuredClone(server.stored()));
      return structuredClone(server.stored());
    });
    expect([titleOf(saved.draft.value), saved.state.value.status]).toEqual(['Rolled back', 'saved']);
    await pause();
    expect([server.saves, keeper.kept]).toEqual([0, undefined]);
  });

  test('that somebody else was behind already are not taken for the newest', async () => {
    const saved = opened();
    await saved.act(async () => {
      server.change(titled('Ours')(server.draft));
      const answer = structuredClone(server.stored());
      server.change(titled('Theirs')(server.draft));
      saved.offer(structuredClone(server.stored()));
      return answer;
    });
    expect([titleOf(saved.draft.value), saved.etag(), saved.state.value.status]).toEqual([
      'Theirs',
      '"r3"',
      'saved',
    ]);
  });

  test('leave alone what is not stored yet', async () => {
    const saved = opened();
    saved.edit(titled('Unsaved'));
    await saved.act(async () => {
      server.revision += 1;
      return server.stored();
    });
    expect(titleOf(saved.draft.value)).toBe('Unsaved');
    await pause();
    expect(titleOf(server.draft)).toBe('Unsaved');
  });

  test('that come too late show what there is now, and fail', async () => {
    const saved = opened();
    server.change(titled('Theirs')(server.draft));
    const late = saved.act(() => Promise.reject(new ApiError(412, 'precondition_failed', 'changed')));
    await expect(late).rejects.toThrow('changed');
    expect(titleOf(saved.draft.value)).toBe('Theirs');
  });

  test('of a model that is gone: nothing is sent by itself any more', async () => {
    const saved = opened();
    server.trouble = unreachable();
    saved.edit(titled('Left'));
    await saved.flush();
    saved.dispose();
    server.trouble = undefined;
    await pause(120_000);
    expect([server.saves, keeper.kept && titleOf(keeper.kept.draft)]).toEqual([1, 'Left']);
  });
});
