import { render } from 'preact';
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NoteField } from './note-field.tsx';

function Note() {
  const [text, setText] = useState('');
  return (
    <NoteField
      label="Note"
      value={text}
      onValue={setText}
      colleagues={[{ id: 'mbr_1', name: 'Noor Inbox' }]}
      onCalled={() => {}}
      onCommit={() => {}}
    />
  );
}

test('who types on at once after calling a colleague writes behind the name', async () => {
  const stage = document.createElement('div');
  document.body.append(stage);
  render(<Note />, stage);
  await page.getByRole('textbox', { name: 'Note' }).click();
  await userEvent.keyboard('@noor');
  await expect.element(page.getByRole('option', { name: 'Noor Inbox' })).toBeVisible();
  // what is typed before the next frame, which comes late on a busy machine
  const area = page.getByRole('textbox', { name: 'Note' }).element() as HTMLTextAreaElement;
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await Promise.resolve();
  // oxlint-disable-next-line typescript/no-deprecated -- types into the same frame, which no key of the test's can
  document.execCommand('insertText', false, 'c');
  await new Promise((done) => requestAnimationFrame(done));
  await userEvent.keyboard('an you?');
  expect(area.value).toBe('@Noor Inbox can you?');
});
