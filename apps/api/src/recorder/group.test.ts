import { describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { LostRace } from './failure.ts';
import { groupCommit } from './group.ts';

/** A commit that writes down what it was given and can be told to fail. */
function recordingCommit(
  fail: (jobs: readonly number[], tried: number) => Error | undefined = () => undefined,
) {
  const commits: number[][] = [];
  let tried = 0;
  const commit = async (jobs: readonly number[]): Promise<string[]> => {
    tried += 1;
    await new Promise((next) => setImmediate(next));
    const error = fail(jobs, tried);
    if (error) throw error;
    commits.push([...jobs]);
    return jobs.map((job) => `done ${job}`);
  };
  return { commit, commits };
}
const coded = (code: string) => Object.assign(new Error(code), { code });

describe('group commit', () => {
  test('puts together what waits, and answers each with its own result', async () => {
    const { commit, commits } = recordingCommit();
    const group = groupCommit({ commit, weightOf: () => 1 });
    expect(await Promise.all([1, 2, 3].map((job) => group.submit(job)))).toEqual([
      'done 1',
      'done 2',
      'done 3',
    ]);
    expect(commits).toEqual([[1, 2, 3]]);
  });

  test('lets what arrives during a commit go with the next one', async () => {
    const { commit, commits } = recordingCommit();
    const group = groupCommit({ commit, weightOf: () => 1 });
    const first = group.submit(1);
    await new Promise((next) => setImmediate(next));
    await Promise.all([first, group.submit(2), group.submit(3)]);
    expect(commits).toEqual([[1], [2, 3]]);
  });

  test('keeps a commit small, but takes a job that is too large alone', async () => {
    const { commit, commits } = recordingCommit();
    const group = groupCommit({ commit, weightOf: (job) => job, maxWeight: 10 });
    await Promise.all([6, 4, 1, 50, 2].map((job) => group.submit(job)));
    expect(commits).toEqual([[6, 4], [1], [50], [2]]);
  });

  test('lets a bad job fail alone', async () => {
    const { commit, commits } = recordingCommit((jobs) => (jobs.includes(2) ? coded('22P05') : undefined));
    const group = groupCommit({ commit, weightOf: () => 1 });
    const results = await Promise.allSettled([1, 2, 3].map((job) => group.submit(job)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(commits).toEqual([[1], [3]]);
  });

  test.each(['40P01', '40001', '23505', 'race'])(
    'does it again when somebody else was at the same rows: %s',
    async (code) => {
      const error = code === 'race' ? new LostRace() : coded(code);
      const { commit, commits } = recordingCommit((_, tried) => (tried <= 2 ? error : undefined));
      const group = groupCommit({ commit, weightOf: () => 1 });
      await Promise.all([1, 2].map((job) => group.submit(job)));
      expect(commits).toEqual([[1, 2]]);
    },
  );

  test.each(['ECONNREFUSED', '57P01', '08006', '53300', 'SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_BUSY'])(
    'refuses everybody at once when the database is away: %s',
    async (code) => {
      let commits = 0;
      const group = groupCommit<number, string>({
        commit: () => {
          commits += 1;
          return Promise.reject(coded(code));
        },
        weightOf: () => 1,
      });
      const results = await Promise.allSettled([1, 2, 3].map((job) => group.submit(job)));
      expect(commits).toBe(1);
      for (const result of results) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', retryAfter: 2 } });
      }
    },
  );

  test('works again once the database is back', async () => {
    const { commit } = recordingCommit((_, tried) => (tried === 1 ? coded('ECONNRESET') : undefined));
    const group = groupCommit({ commit, weightOf: () => 1 });
    await expect(group.submit(1)).rejects.toBeInstanceOf(AppError);
    expect(await group.submit(2)).toBe('done 2');
  });

  test('asks callers to come back when too much waits', async () => {
    const { commit } = recordingCommit();
    const group = groupCommit({ commit, weightOf: (job) => job, maxWaiting: 10 });
    const kept = [group.submit(5), group.submit(5)];
    await expect(group.submit(1)).rejects.toMatchObject({ code: 'unavailable' });
    await Promise.all(kept);
    expect(await group.submit(1)).toBe('done 1');
  });

  test('finishes what it accepted when it closes, and accepts nothing more', async () => {
    const { commit, commits } = recordingCommit();
    const group = groupCommit({ commit, weightOf: () => 1 });
    const accepted = group.submit(1);
    const closed = group.close();
    await expect(group.submit(2)).rejects.toMatchObject({ code: 'unavailable' });
    await closed;
    expect(commits).toEqual([[1]]);
    expect(await accepted).toBe('done 1');
  });
});
