import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { aWorkspace } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { WorkspaceSection } from './workspace-section.tsx';

function aServer() {
  let workspace = aWorkspace();
  let revision = 1;
  const asked = standIn({
    'GET /v1/workspaces/:id': () => ({ body: workspace, etag: `"r${revision}"` }),
    'PATCH /v1/workspaces/:id': ({ etag, body }) => {
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      workspace = { ...workspace, ...(body as Partial<typeof workspace>) };
      revision += 1;
      return { body: workspace, etag: `"r${revision}"` };
    },
  });
  return {
    asked,
    now: () => workspace,
    changeBehind(change: Partial<typeof workspace>) {
      workspace = { ...workspace, ...change };
      revision += 1;
    },
  };
}
const name = () => page.getByLabelText('Name');
const save = () => page.getByRole('button', { name: 'Save' });

describe('WorkspaceSection', () => {
  test('sends only what was changed, and undo brings it back', async () => {
    const server = aServer();
    onPage(<WorkspaceSection />);
    await name().fill('Staging');
    await save().click();
    await expect.poll(() => server.now().name).toBe('Staging');
    expect(server.asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Staging' });
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.poll(() => server.now().name).toBe('Production');
  });

  test('a conflict keeps what was entered, shows the rest as it is now, and the next save works', async () => {
    const server = aServer();
    onPage(<WorkspaceSection />);
    await name().fill('Staging');
    server.changeBehind({ timeZone: 'Asia/Seoul' });
    await save().click();
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Somebody changed the workspace meanwhile/);
    await expect.element(name()).toHaveValue('Staging');
    await expect.element(page.getByLabelText('Time zone')).toHaveValue('Asia/Seoul');
    expect(server.now().name).toBe('Production');
    await save().click();
    await expect.poll(server.now).toMatchObject({ name: 'Staging', timeZone: 'Asia/Seoul' });
  });

  test('a member sees everything and can change nothing', async () => {
    aServer();
    onPage(<WorkspaceSection />, { role: 'member' });
    await expect.element(name()).toBeDisabled();
    await expect.element(page.getByText('Only an admin can change it.', { exact: false })).toBeVisible();
  });
});
