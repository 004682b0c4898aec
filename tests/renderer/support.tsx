import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, type RenderResult, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { VirtuosoMockContext } from 'react-virtuoso';
import { afterEach } from 'vitest';
import '../../renderer/i18n';
import { makeQueryClient, refresh } from '../../renderer/queries';
import { ActorProvider } from '../../renderer/ui/actor';
import { drafts } from '../../renderer/ui/drafts';
import { NoticesProvider } from '../../renderer/ui/Notices';
import { theme } from '../../renderer/ui/theme';
import type { HostEvent, Input, OpName, Output } from '../../shared/api';
import type { Actor } from '../../shared/registers/session';
import type { Result } from '../../shared/result';

// A machine with much to do is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

/** A page in jsdom whose bridge is answered by the test, typed by the contract: what is not given is refused. */

export type Answers = {
  [N in OpName]?: (input: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};
export const ok = <T,>(data: T): Result<T> => ({ ok: true, data });
export const refused = (reason: string, params: Record<string, string | number> = {}): Result<never> => ({
  ok: false,
  error: { kind: 'refused', reason, params },
});

export const CLERK: Actor = {
  staffId: '01JDCLERK0000000000000000A',
  staffNo: '101',
  name: '李晓燕',
  roles: ['receptionist'],
  capacities: [],
};

export interface Bridge {
  /** Every call in order. */
  calls: { name: string; input: unknown }[];
  /** Inputs of one operation's calls. */
  inputs: <N extends OpName>(name: N) => Input<N>[];
  /** Main says something to the window. */
  emit: (event: HostEvent) => void;
}

/** Puts a bridge on the window. */
export function bridge(answers: Answers): Bridge {
  const calls: Bridge['calls'] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  window.deskbook = {
    op: async (name, input) => {
      calls.push({ name, input });
      const answer = answers[name as OpName] as ((input: unknown) => Result<unknown>) | undefined;
      return answer ? answer(input) : refused('notAllowed');
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    calls,
    inputs: <N extends OpName>(name: N) =>
      calls.filter((one) => one.name === name).map((one) => one.input as Input<N>),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

/** Draws a piece as the app would: theme, queries, notices, and somebody who is on. */
export function show(ui: ReactElement, actor: Actor = CLERK): RenderResult {
  const queries = makeQueryClient();
  const stop = window.deskbook.on((event) => refresh(queries, event));
  stops.add(stop);
  return render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <VirtuosoMockContext.Provider value={{ viewportHeight: 600, itemHeight: 33 }}>
          <NoticesProvider>
            <ActorProvider actor={actor}>{ui}</ActorProvider>
          </NoticesProvider>
        </VirtuosoMockContext.Provider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const stops = new Set<() => void>();
afterEach(() => {
  cleanup();
  for (const stop of stops) stop();
  stops.clear();
  drafts.restore({});
  localStorage.clear();
});

// What Chromium has and jsdom lacks; layout itself is looked at in the real app.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
Element.prototype.scrollIntoView ??= () => undefined;
// Fields that grow with their text ask when fonts are loaded.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
