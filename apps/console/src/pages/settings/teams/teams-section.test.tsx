import type { Team } from '@banso/contract/team';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import { TeamsSection } from './teams-section.tsx';

const AT = '2026-01-05T10:00:00.000Z';
const aMember = (n: number, name: string) => ({
  id: anId('mem', n),
  name,
  email: `${n}@example.com`,
  role: 'member',
  overrides: { read_texts: null, reply: null },
  permissions: ['read', 'write', 'publish', 'read_texts', 'reply'],
  createdAt: AT,
  lastSeenAt: null,
});

function aServer(teams: Team[]) {
  standIn({
    'GET /v1/members': () => pageOf([aMember(1, 'Haruka'), aMember(2, 'Mina')]),
    'GET /v1/teams': () => ({ body: { data: teams } }),
    'GET /v1/teams/:id': (_, id) => ({ body: teams.find((one) => one.id === id), etag: '"r1"' }),
    'POST /v1/teams': ({ body }) => {
      const { name, memberIds } = body as Pick<Team, 'name' | 'memberIds'>;
      if (teams.some((one) => one.name === name))
        return problem(400, 'invalid', [{ path: 'name', code: 'taken', message: 'taken' }]);
      const made = { id: anId('tea', teams.length + 1), archived: false, createdAt: AT, updatedAt: AT };
      const team = { ...made, name, memberIds };
      teams.push(team);
      return { status: 201, body: team };
    },
    'PATCH /v1/teams/:id': ({ body }, id) => {
      const at = teams.findIndex((one) => one.id === id);
      if ((body as Team).archived && teams[at]?.name === 'Named') return problem(409, 'conflict');
      teams[at] = { ...teams[at], ...(body as Team) };
      return { body: teams[at] };
    },
  });
  return teams;
}

describe('TeamsSection', () => {
  test('makes a team of members, says when its name is taken, and changes who is in it', async () => {
    const teams = aServer([]);
    onPage(<TeamsSection />);
    await expect.element(page.getByText('No teams yet')).toBeVisible();
    const make = async (name: string) => {
      await page.getByRole('button', { name: 'New team' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('checkbox', { name: 'Mina' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
    };
    await make('Billing');
    await expect.element(page.getByText('1 member: Mina')).toBeVisible();
    await make('Billing');
    await expect.element(page.getByText('Another team has this name.')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Edit Billing' }).click();
    await page.getByRole('checkbox', { name: 'Haruka' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('2 members: Haruka, Mina')).toBeVisible();
    expect(teams).toHaveLength(1);
  });

  test('archives one and takes that back; one that gets new cases stays, with the reason', async () => {
    const team = { memberIds: [], archived: false, createdAt: AT, updatedAt: AT };
    const teams = aServer([
      { ...team, id: anId('tea', 1), name: 'Billing' },
      { ...team, id: anId('tea', 2), name: 'Named' },
    ]);
    onPage(<TeamsSection />);
    const archive = (at: number) => page.getByRole('button', { name: 'Archive' }).nth(at);
    await archive(1).click();
    await expect.element(toast(/New cases go to this team/)).toBeVisible();
    await archive(0).click();
    await expect.element(toast(/Billing is archived/)).toBeVisible();
    expect(teams[0]).toMatchObject({ archived: true });
    await page.getByRole('button', { name: /Undo/ }).last().click();
    await expect.poll(() => teams[0]).toMatchObject({ archived: false });
  });
});
