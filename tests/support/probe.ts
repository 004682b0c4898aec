import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/** What a script that got into a page could try (trust.md E1), tried from inside the page. */

export interface Probe {
  globals: string[];
  inlineHandler: string;
  inlineScript: string;
  evaluated: string;
  made: string;
  fetched: string;
  socket: string;
  beacon: string;
  image: string;
  opened: string;
  worker: string;
  frame: string;
  rtc: string[];
  geolocation: string;
  microphone: string;
  camera: string;
  screen: string;
}

/** Runs every attempt in the page, after the debugger's own call is over: what it evaluates is exempt from the policy. */
export async function probe(page: Page, loopback: string): Promise<Probe> {
  await page.evaluate((url) => {
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        return `got ${String(await work())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    const limited = <T>(promise: Promise<T>): Promise<T | 'silence'> =>
      Promise.race([
        promise,
        new Promise<'silence'>((resolve) => setTimeout(() => resolve('silence'), 1500)),
      ]);
    const run = async () => {
      const scope = globalThis as unknown as Record<string, unknown>;
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.inlineRan = true');
      document.body.append(button);
      button.click();
      button.remove();
      const script = document.createElement('script');
      script.textContent = 'window.scriptRan = true';
      document.body.append(script);
      script.remove();
      const candidates: string[] = [];
      const geolocation = await attempt(() =>
        limited(
          new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('position'),
              (error) => resolve(`refused ${error.code}`),
            );
          }),
        ),
      );
      const media = (what: MediaStreamConstraints): Promise<string> =>
        attempt(async () => {
          const stream = await navigator.mediaDevices.getUserMedia(what);
          for (const track of stream.getTracks()) track.stop();
          return 'stream';
        });
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
          (name) => name in scope,
        ),
        evaluated: await attempt(() => (scope.eval as (code: string) => unknown)('1 + 1')),
        made: await attempt(() => new Function('return 1')()),
        fetched: await attempt(() => fetch(url)),
        socket: await attempt(() =>
          limited(
            new Promise((resolve) => {
              const socket = new WebSocket(url.replace('http', 'ws'));
              socket.onopen = () => resolve('open');
              socket.onerror = () => resolve('error');
            }),
          ),
        ),
        beacon: await attempt(() => navigator.sendBeacon(url, 'x')),
        image: await attempt(() =>
          limited(
            new Promise((resolve) => {
              const image = new Image();
              image.onload = () => resolve('loaded');
              image.onerror = () => resolve('error');
              image.src = `${url}/x.png`;
            }),
          ),
        ),
        opened: await attempt(() => window.open(url)),
        worker: await attempt(() =>
          limited(
            new Promise((resolve) => {
              const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
              worker.onmessage = () => resolve('ran');
              worker.onerror = () => resolve('error');
            }),
          ),
        ),
        frame: await attempt(() =>
          limited(
            new Promise((resolve) => {
              const frame = document.createElement('iframe');
              frame.src = url;
              frame.onload = () => {
                let inside = 'foreign';
                try {
                  inside = frame.contentWindow?.location.href ?? 'none';
                } catch {
                  // A foreign page is not readable; that the server was not asked is checked outside.
                }
                frame.remove();
                resolve(inside.startsWith('http') ? 'loaded' : 'empty');
              };
              document.body.append(frame);
            }),
          ),
        ),
        rtc: await (async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] });
          peer.onicecandidate = (event) => {
            if (event.candidate?.candidate) candidates.push(event.candidate.candidate);
          };
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
          await new Promise((resolve) => setTimeout(resolve, 300));
          peer.close();
          return candidates;
        })(),
        geolocation,
        microphone: await media({ audio: true }),
        camera: await media({ video: true }),
        screen: await attempt(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
        inlineHandler: String(scope.inlineRan),
        inlineScript: String(scope.scriptRan),
      };
    };
    const scope = window as unknown as { probed?: unknown };
    delete scope.probed;
    setTimeout(() => {
      void run().then(
        (done) => {
          scope.probed = done;
        },
        (error) => {
          scope.probed = { failed: String(error) };
        },
      );
    });
  }, loopback);
  const handle = await page.waitForFunction(() => (window as unknown as { probed?: unknown }).probed);
  return (await handle.jsonValue()) as Probe;
}

/** A server on this machine that counts who comes. */
export async function listener(): Promise<{ url: string; visits: string[]; server: Server }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits, server };
}
