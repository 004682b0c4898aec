import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onHostEvent } from './client';
import './i18n';
import { makeQueryClient, refresh } from './queries';
import './ui/fonts.css';
import './ui/app.css';
import { theme } from './ui/theme';
import { App } from './workspace/App';

const queries = makeQueryClient();
onHostEvent((event) => refresh(queries, event));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
