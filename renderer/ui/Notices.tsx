import { Button } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '../i18n';

/** How long an act can be taken back by one press (look.md). */
export const UNDO_MS = 5000;
const SAY_MS = 4000;

interface Notice {
  id: number;
  text: string;
  bad: boolean;
  undo?: () => void;
}

interface Notices {
  /** Says something quietly at the foot of the window; `bad` in seal red and until it is read. */
  say: (text: string, bad?: boolean) => void;
  /** Says what was done and offers to take it back for five seconds. */
  undo: (text: string, takeBack: () => void) => void;
}

const NoticesContext = createContext<Notices | null>(null);

interface NoticesProviderProps {
  children: ReactNode;
}

/** One line at the foot of the window: the last thing said replaces the one before. */
export function NoticesProvider({ children }: NoticesProviderProps) {
  const { t } = useWords();
  const [notice, setNotice] = useState<Notice | null>(null);
  const count = useRef(0);
  const show = useCallback((text: string, bad: boolean, undo?: () => void) => {
    count.current += 1;
    setNotice({ id: count.current, text, bad, ...(undo ? { undo } : {}) });
  }, []);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), notice.undo ? UNDO_MS : notice.bad ? SAY_MS * 3 : SAY_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const api = useMemo<Notices>(
    () => ({
      say: (text, bad = false) => show(text, bad),
      undo: (text, takeBack) => show(text, false, takeBack),
    }),
    [show],
  );
  return (
    <NoticesContext.Provider value={api}>
      {children}
      <div className="notice-place" role="status">
        {notice ? (
          <div key={notice.id} className={notice.bad ? 'notice bad' : 'notice'}>
            <span>{notice.text}</span>
            {notice.undo ? (
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  notice.undo?.();
                  setNotice(null);
                }}
              >
                {t('core:action.undo')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </NoticesContext.Provider>
  );
}

/** The foot line of the window. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('NoticesProvider is missing');
  return notices;
}
