import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../controls/button.tsx';
import { rendered } from '../testing/rendered.ts';
import { Dialog } from './dialog.tsx';
import { NumberDoor } from './number-door.tsx';

const tip = () => page.getByRole('tooltip');
const door = () => page.getByRole('link', { name: '30' });

describe('Tip', () => {
  test('opens on keyboard focus and describes its control', async () => {
    rendered(
      <NumberDoor definition="Promoters − detractors" facts={[{ term: 'n', detail: '142' }]} href="#rows">
        30
      </NumberDoor>,
    );
    await userEvent.tab();
    await expect.element(door()).toHaveFocus();
    await expect.element(tip()).toBeVisible();
    await expect.element(door()).toHaveAccessibleDescription(/Promoters − detractors.*n.*142/);
  });

  test('opens on hover, stays while pointed at, closes when left', async () => {
    rendered(
      <>
        <NumberDoor definition="What it means" href="#rows">
          30
        </NumberDoor>
        <p>Elsewhere, far away from the number that has a tip</p>
      </>,
    );
    await userEvent.hover(door());
    await expect.element(tip()).toBeVisible();
    await userEvent.hover(tip());
    await expect.element(tip()).toBeVisible();
    await userEvent.unhover(tip());
    await expect.element(tip()).not.toBeInTheDocument();
  });

  test('Esc closes the tip and not the dialog around it', async () => {
    const onClose = vi.fn();
    rendered(
      <Dialog open onClose={onClose} title="Rows">
        <NumberDoor definition="What it means" href="#rows">
          30
        </NumberDoor>
      </Dialog>,
    );
    await expect.element(page.getByRole('heading')).toHaveFocus();
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(tip()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(tip()).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('a button that does nothing now stays reachable and says why', async () => {
    const onClick = vi.fn();
    rendered(
      <Button disabledReason="One label is missing." onClick={onClick}>
        Publish
      </Button>,
    );
    const button = page.getByRole('button', { name: 'Publish' });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription('One label is missing.');
    await userEvent.tab();
    await expect.element(tip()).toHaveTextContent('One label is missing.');
    await userEvent.keyboard('{Enter}');
    expect(onClick).not.toHaveBeenCalled();
  });
});
