import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { LocaleTabs } from './locale-tabs.tsx';
import { RadioSegment } from './radio-segment.tsx';
import { Switch } from './switch.tsx';
import { TextArea } from './text-area.tsx';

function Title({ most = 5 }: { most?: number }) {
  const [value, setValue] = useState('');
  return (
    <Field
      label="Title"
      hint="Starts with a verb."
      error={value === '' ? 'Needed before you publish.' : undefined}
      counter={{ used: value.length, most }}
    >
      <Input value={value} onValue={setValue} />
    </Field>
  );
}

describe('Field', () => {
  const input = () => page.getByLabelText('Title');

  test('ties label, error, hint and counter to its control', async () => {
    rendered(<Title />);
    await expect.element(input()).toHaveAttribute('aria-invalid', 'true');
    await expect
      .element(input())
      .toHaveAccessibleDescription('Needed before you publish. Starts with a verb. 0 of 5');
  });

  test('lets go of the error as soon as it is mended', async () => {
    rendered(<Title />);
    await input().fill('Go');
    await expect.element(input()).not.toHaveAttribute('aria-invalid');
    await expect.element(input()).toHaveAccessibleDescription('Starts with a verb. 2 of 5');
  });

  test('is wrong when there are too many characters', async () => {
    rendered(<Title />);
    await input().fill('Invited');
    await expect.element(input()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(input()).toHaveAccessibleDescription('Starts with a verb. 2 too many');
  });

  test('keeps its error as it was while an input method is composing', async () => {
    rendered(<Title most={20} />);
    await input().fill('招待');
    await expect.element(input()).not.toHaveAttribute('aria-invalid');
    const element = input().element() as HTMLInputElement;
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await input().fill('');
    await expect.element(page.getByText('0 of 20')).toBeVisible();
    await expect.element(input()).not.toHaveAttribute('aria-invalid');
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await expect.element(input()).toHaveAttribute('aria-invalid', 'true');
  });
});

describe('TextArea', () => {
  test('grows with its text and sends with Ctrl-Enter only', async () => {
    const onCommit = vi.fn();
    rendered(
      <Field label="Reply">
        <TextArea onCommit={onCommit} />
      </Field>,
    );
    const area = page.getByLabelText('Reply');
    await area.click();
    const before = area.element().clientHeight;
    await userEvent.keyboard('one{Enter}two{Enter}three{Enter}four');
    expect(onCommit).not.toHaveBeenCalled();
    expect(area.element().clientHeight).toBeGreaterThan(before);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onCommit).toHaveBeenCalledOnce();
  });
});

describe('choices', () => {
  test('a switch is labelled, hinted and can be refused', async () => {
    const onChange = vi.fn();
    rendered(<Switch label="People can skip it" checked={false} onChange={onChange} />);
    await page.getByRole('switch', { name: 'People can skip it' }).click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
    rendered(
      <Switch
        label="People can skip it"
        checked={false}
        onChange={onChange}
        disabledReason="Not the last."
      />,
    );
    const refused = page.getByRole('switch');
    await expect.element(refused).toHaveAccessibleDescription('Not the last.');
    await refused.click({ force: true });
    expect(onChange).toHaveBeenCalledOnce();
  });

  test('a segment is a group of radio buttons', async () => {
    const onChange = vi.fn();
    rendered(
      <RadioSegment
        label="Whose day"
        value="mine"
        onChange={onChange}
        options={[
          { value: 'mine', label: 'Mine' },
          { value: 'team', label: 'Team' },
        ]}
      />,
    );
    await expect.element(page.getByRole('radiogroup', { name: 'Whose day' })).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('team');
  });

  test('language tabs say what is missing and follow the arrows', async () => {
    const onChange = vi.fn();
    rendered(
      <LocaleTabs
        label="Language"
        value="en"
        onChange={onChange}
        locales={[
          { tag: 'en', name: 'English' },
          { tag: 'ko', name: '한국어', missing: 2 },
        ]}
      />,
    );
    await expect.element(page.getByRole('tab', { name: '한국어 2 fields missing' })).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('ko');
  });
});
