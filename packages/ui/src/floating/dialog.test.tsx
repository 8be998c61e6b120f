import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { Input } from '../controls/input.tsx';
import { rendered } from '../testing/rendered.ts';
import { Dialog } from './dialog.tsx';
import { Drawer } from './drawer.tsx';

function Example({ field = false, onSubmit }: { field?: boolean; onSubmit?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Publish</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Publish version 8?"
        onSubmit={onSubmit}
        actions={
          <Button variant="primary" type="submit">
            Go
          </Button>
        }
      >
        {field ? (
          <Field label="Note">
            <Input />
          </Field>
        ) : (
          <p>1,284 people can see it.</p>
        )}
      </Dialog>
    </>
  );
}

const opener = () => page.getByRole('button', { name: 'Publish' });
const dialog = () => page.getByRole('dialog', { name: 'Publish version 8?' });

describe('Dialog', () => {
  test('is modal, named by its title, and starts at the title', async () => {
    rendered(<Example />);
    await opener().click();
    await expect.element(dialog()).toBeVisible();
    expect(dialog().element().matches(':modal')).toBe(true);
    await expect.element(page.getByRole('heading', { name: 'Publish version 8?' })).toHaveFocus();
  });

  test('starts in the first field when there is one', async () => {
    rendered(<Example field />);
    await opener().click();
    await expect.element(page.getByLabelText('Note')).toHaveFocus();
  });

  test('Esc closes it and the focus goes back to the button', async () => {
    rendered(<Example />);
    await opener().click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
  });

  test('stays open when its owner does not close it', async () => {
    const onClose = vi.fn();
    rendered(
      <Dialog open onClose={onClose} title="Unsaved">
        Text
      </Dialog>,
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
    expect(page.getByRole('dialog').element().matches(':modal')).toBe(true);
  });

  test('Enter in a field submits it as a form', async () => {
    const onSubmit = vi.fn();
    rendered(<Example field onSubmit={onSubmit} />);
    await opener().click();
    await userEvent.keyboard('because{Enter}');
    expect(onSubmit).toHaveBeenCalledOnce();
  });
});

describe('Drawer', () => {
  function Example2({ modal }: { modal: boolean }) {
    const [open, setOpen] = useState(true);
    return (
      <>
        <button type="button">Row</button>
        <Drawer open={open} onClose={() => setOpen(false)} title="Answers" modal={modal}>
          Text
        </Drawer>
      </>
    );
  }

  test.each([true, false])('closes with Esc (modal: %s)', async (modal) => {
    rendered(<Example2 modal={modal} />);
    await expect.element(page.getByRole('heading', { name: 'Answers' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('that is not modal leaves the page usable', async () => {
    rendered(<Example2 modal={false} />);
    await page.getByRole('button', { name: 'Row' }).click();
    await expect.element(page.getByRole('button', { name: 'Row' })).toHaveFocus();
  });
});
