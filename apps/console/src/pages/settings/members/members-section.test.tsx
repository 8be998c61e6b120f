import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import { MembersSection } from './members-section.tsx';

const at = '2026-01-05T10:00:00.000Z';
const member = (n: number, name: string, role: string) => ({
  id: anId('mem', n),
  name,
  email: `${name.toLowerCase()}@example.com`,
  role,
  overrides: { read_texts: null, reply: null },
  permissions: ['read', 'write', 'publish', 'read_texts', 'reply'],
  createdAt: at,
  lastSeenAt: null,
});

function aServer() {
  const members = [member(1, 'Mika', 'owner'), member(2, 'Jonas', 'admin'), member(3, 'Jimin', 'member')];
  const asked = standIn({
    'GET /v1/members': () => pageOf(members),
    'PATCH /v1/members/:id': ({ body }, id) => {
      const found = members.find((each) => each.id === id)!;
      if (found.role === 'owner') return problem(409, 'conflict');
      found.role = (body as { role: string }).role;
      return { body: found };
    },
    'DELETE /v1/members/:id': (_, id) => {
      members.splice(
        members.findIndex((each) => each.id === id),
        1,
      );
      return { status: 204 };
    },
    'POST /v1/invitations': ({ body }) =>
      (body as { email: string }).email === 'jimin@example.com'
        ? problem(409, 'conflict', [{ path: 'email', code: 'taken', message: 'is a member already' }])
        : {
            status: 201,
            body: {
              id: anId('inv'),
              ...(body as object),
              invitedBy: anId('mem'),
              createdAt: at,
              expiresAt: at,
              url: 'https://banso.example/join#biv_1',
              mailed: false,
            },
          },
  });
  return { asked, members };
}
const roleOf = (name: string) => page.getByRole('combobox', { name: `Role of ${name}` });

describe('MembersSection', () => {
  test('a role changes at once, and undo gives the old one back', async () => {
    const { members } = aServer();
    onPage(<MembersSection />);
    await roleOf('Jimin').selectOptions('Viewer');
    await expect.element(toast('Jimin is now Viewer.')).toBeVisible();
    expect(members[2]?.role).toBe('viewer');
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.poll(() => members[2]?.role).toBe('member');
  });

  test('the last owner stays one, and the list goes on showing it', async () => {
    aServer();
    onPage(<MembersSection />);
    await roleOf('Mika').selectOptions('Viewer');
    await expect.element(toast(/The last owner stays one/)).toBeVisible();
    await expect.element(roleOf('Mika')).toHaveValue('owner');
  });

  test('an admin cannot touch an owner, and gives no more than they have', async () => {
    aServer();
    onPage(<MembersSection />, { role: 'admin' });
    await expect.element(roleOf('Jimin')).toBeVisible();
    await expect.element(roleOf('Mika')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Remove: Mika' })).not.toBeInTheDocument();
    expect(
      [...(roleOf('Jimin').element() as HTMLSelectElement).options].map(({ value }) => value),
    ).not.toContain('owner');
  });

  test('removing says what happens first', async () => {
    const { members } = aServer();
    onPage(<MembersSection />);
    await page.getByRole('button', { name: 'Remove: Jonas' }).click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/signed out at once/);
    expect(members).toHaveLength(3);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => members.map(({ name }) => name)).toEqual(['Mika', 'Jimin']);
  });

  test('an invitation ends in a link to copy', async () => {
    aServer();
    onPage(<MembersSection />);
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabelText('E-mail').fill('jimin@example.com');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect.element(page.getByText('This person is a member already.')).toBeVisible();
    await page.getByLabelText('E-mail').fill('haruto@example.com');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect.element(page.getByText('https://banso.example/join#biv_1')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Copy: Link' })).toBeVisible();
  });
});
