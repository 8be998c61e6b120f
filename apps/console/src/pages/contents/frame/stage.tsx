import type { ComponentChildren } from 'preact';

/** Props of {@link Stage}. */
export interface StageProps {
  device: 'desktop' | 'phone';
  scheme: 'light' | 'dark';
  children: ComponentChildren;
}

/** The page of a product, drawn in grey, with the widget on it. */
export function Stage({ device, scheme, children }: StageProps) {
  return (
    <div class="stage" data-device={device} style={{ colorScheme: scheme }}>
      <div class="stage-page" aria-hidden="true">
        <div class="stage-side">
          <i />
          <i />
          <i />
          <i />
        </div>
        <div class="stage-main">
          <i />
          <i />
          <i />
        </div>
      </div>
      {children}
    </div>
  );
}
