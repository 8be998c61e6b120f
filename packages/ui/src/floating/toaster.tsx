import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CloseIcon } from '../icons.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { Icon } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import type { Toast, ToasterModel } from './toaster-model.ts';

/** Props of {@link Toaster}. */
export interface ToasterProps {
  model: ToasterModel;
}

/**
 * Shows what just happened at the bottom of the window, says it to screen readers, and offers undo: by button or by
 * `Z`. The clocks stand still while a toast is pointed at or holds the focus. Put one at the end of the shell.
 */
export function Toaster({ model }: ToasterProps): JSX.Element {
  const texts = useUiTexts();
  const stack = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const toasts = model.toasts.value;
  const newest = toasts.at(-1);

  useShortcut('z', () => model.undo(), { enabled: toasts.some((toast) => toast.undo) });

  useSignalEffect(() => {
    const last = model.toasts.value.at(-1);
    if (last) setSaid(last.undo ? `${last.message}. ${texts.undo}: Z` : last.message);
  });

  useEffect(() => {
    const element = stack.current;
    if (!element) return;
    // Opened anew for every toast, so that it lies above a dialog that came after the last one.
    if (element.matches(':popover-open')) element.hidePopover();
    if (newest) element.showPopover();
    else model.resume();
  }, [newest?.id, newest === undefined]);

  return (
    <>
      <div class="vh" role="status">
        {said}
      </div>
      <div
        class="toasts"
        popover="manual"
        role="region"
        aria-label={texts.notifications}
        ref={stack}
        onMouseEnter={model.pause}
        onMouseLeave={model.resume}
        onFocusIn={model.pause}
        onFocusOut={model.resume}
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} model={model} />
        ))}
      </div>
    </>
  );
}

function ToastCard({ toast, model }: { toast: Toast; model: ToasterModel }): JSX.Element {
  const texts = useUiTexts();
  return (
    <div class="toast">
      <span class="toast-t">{toast.message}</span>
      {toast.undo && (
        <button type="button" onClick={() => model.undo(toast.id)} aria-keyshortcuts="Z">
          {texts.undo} <span aria-hidden="true">Z</span>
        </button>
      )}
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            model.dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button class="toast-x" type="button" aria-label={texts.close} onClick={() => model.dismiss(toast.id)}>
        <Icon of={CloseIcon} />
      </button>
    </div>
  );
}
