import { contextBridge, ipcRenderer } from 'electron';

/**
 * The whole bridge: one function and one subscription (architecture.md §3). It knows no operation and never grows;
 * the raw ipcRenderer stays on this side (trust.md E, no. 20).
 */
contextBridge.exposeInMainWorld('deskbook', {
  op: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('op', name, input),
  on: (listener: (event: unknown) => void): (() => void) => {
    const pass = (_: unknown, event: unknown): void => listener(event);
    ipcRenderer.on('host', pass);
    return () => ipcRenderer.off('host', pass);
  },
});
