import './data/zod-without-eval.ts';
import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { LocationProvider } from 'preact-iso';
import '@banso/ui/ui.css';
import { App } from './app.tsx';
import { queries } from './data/query.ts';
import { refreshSession } from './data/session.ts';

const root = document.querySelector('#app');
if (root) {
  render(
    <LocationProvider scope="/console">
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </LocationProvider>,
    root,
  );
}
void refreshSession();
