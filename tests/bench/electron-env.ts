/** The environment without what would turn Electron into a bare Node or send it to a development server. */
export function electronEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _url, ...env } = process.env;
  return env as Record<string, string>;
}
