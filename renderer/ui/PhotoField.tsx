import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OpError } from '../../shared/result';
import { client } from '../client';
import { useWords } from '../i18n';
import { Dialog } from './Dialog';
import { PhotoView } from './PhotoView';
import { photoOf } from './photo';
import { ErrorLine } from './refusal';

interface PhotoFieldProps {
  label: string;
  /** Names (SHA-256) of the stored photos. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** At most so many. */
  max?: number;
  /** Why no photo may be taken here, e.g. identity papers; the buttons are then away. */
  forbidden?: string | null;
}

/** Photos from a file or the camera, drawn anew in the page before they are stored. */
export function PhotoField({ label, value, onChange, max = 6, forbidden }: PhotoFieldProps) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<OpError | null>(null);
  const full = value.length >= max;

  const store = async (sources: readonly (Blob | HTMLVideoElement)[]) => {
    setBusy(true);
    setError(null);
    const names = [...value];
    for (const source of sources.slice(0, max - value.length)) {
      const photo = await photoOf(source);
      if (!photo) {
        setError({ kind: 'refused', reason: 'photo.unreadable' });
        continue;
      }
      const stored = await client.attachments.put(photo);
      if (!stored.ok) setError(stored.error);
      else if (!names.includes(stored.data.sha256)) names.push(stored.data.sha256);
    }
    setBusy(false);
    onChange(names);
  };

  if (forbidden) return <p className="quiet small">{forbidden}</p>;
  return (
    <fieldset className="photo-field">
      <legend>{label}</legend>
      <div className="row">
        {value.map((name, index) => (
          <div key={name} className="photo-slot">
            <PhotoView sha256={name} alt={t('core:photo.alt', { n: index + 1 })} />
            <ActionIcon
              className="photo-remove"
              variant="default"
              size={22}
              aria-label={t('core:photo.remove', { n: index + 1 })}
              onClick={() => onChange(value.filter((other) => other !== name))}
            >
              ✕
            </ActionIcon>
          </div>
        ))}
        <input
          ref={file}
          type="file"
          accept="image/*"
          multiple
          hidden
          tabIndex={-1}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void store(files);
          }}
        />
        <Button variant="default" disabled={full} loading={busy} onClick={() => file.current?.click()}>
          {t('core:photo.fromFile')}
        </Button>
        <Button variant="default" disabled={full || busy} onClick={() => setCamera(true)}>
          {t('core:photo.fromCamera')}
        </Button>
      </div>
      <ErrorLine error={error} />
      <CameraDialog
        opened={camera}
        onClose={() => setCamera(false)}
        onShot={(video) => {
          setCamera(false);
          void store([video]);
        }}
      />
    </fieldset>
  );
}

interface CameraDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The running picture at the moment of the press. */
  onShot: (video: HTMLVideoElement) => void;
}

/** The camera's live picture; switched off the moment the dialog closes. */
function CameraDialog({ opened, onClose, onShot }: CameraDialogProps) {
  const { t } = useWords();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [problem, setProblem] = useState(false);
  useEffect(() => {
    if (!opened || !video) return;
    let stream: MediaStream | null = null;
    let gone = false;
    setProblem(false);
    navigator.mediaDevices
      .getUserMedia({ video: { width: { ideal: 1600 } }, audio: false })
      .then((got) => {
        if (gone) for (const track of got.getTracks()) track.stop();
        else {
          stream = got;
          video.srcObject = got;
        }
      })
      .catch(() => setProblem(true));
    return () => {
      gone = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [opened, video]);
  return (
    <Dialog title={t('core:photo.fromCamera')} opened={opened} onClose={onClose} width={680}>
      {problem ? <p className="error-line">{t('core:photo.noCamera')}</p> : null}
      <video ref={setVideo} className="camera" autoPlay muted playsInline />
      <div className="row end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('core:action.cancel')}
        </Button>
        <Button disabled={problem || !video} onClick={() => video && onShot(video)}>
          {t('core:photo.shoot')}
        </Button>
      </div>
    </Dialog>
  );
}
