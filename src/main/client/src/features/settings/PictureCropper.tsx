import { useEffect, useState } from 'react';
import CropArea, { type Area, type Point } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { Button } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';
import { cropped } from './crop';
import css from './cropper.module.css';

interface Props {
  /** An object URL of the chosen file. */
  readonly source: string;
  readonly busy: boolean;
  readonly onUse: (picture: Blob) => void;
  readonly onCancel: () => void;
  /** The browser cannot show the file as a picture. */
  readonly onUnreadable: () => void;
}

const MAX_ZOOM = 4;

/** Chooses the square of a picture, with the result beside it as others will see it. */
export default function PictureCropper({ source, busy, onUse, onCancel, onUnreadable }: Props) {
  const text = useText();
  const [crop, setCrop] = useState<Point>({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const [result, setResult] = useState<{ blob: Blob; url: string } | null>(null);

  useEffect(() => {
    if (!area) return;
    let current = true;
    cropped(source, area).then((blob) => {
      if (current) setResult({ blob, url: URL.createObjectURL(blob) });
    }, onUnreadable);
    return () => {
      current = false;
    };
    // A new function each time the parent is drawn is no reason to crop again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [source, area]);
  useEffect(() => () => (result ? URL.revokeObjectURL(result.url) : undefined), [result]);

  return (
    <div className={css.cropper}>
      <div className={css.area}>
        <CropArea
          image={source}
          crop={crop}
          zoom={zoom}
          maxZoom={MAX_ZOOM}
          aspect={1}
          disableAutomaticStylesInjection
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropComplete={(_, pixels) => setArea(pixels)}
          mediaProps={{ onError: onUnreadable, alt: text('settings.avatar.chosen') }}
          cropperProps={{ 'aria-label': text('settings.avatar.move') }}
        />
      </div>
      <div className={css.side}>
        <label className={css.zoom}>
          {text('settings.avatar.zoom')}
          <input
            type="range"
            min={1}
            max={MAX_ZOOM}
            step={0.05}
            value={zoom}
            onChange={(event) => setZoom(event.target.valueAsNumber)}
          />
        </label>
        <div className={css.preview}>
          {result ? <img src={result.url} alt={text('settings.avatar.preview')} /> : <span />}
          {result ? <img src={result.url} alt="" /> : <span />}
        </div>
        <div className={css.actions}>
          <Button onClick={onCancel}>{text('action.cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={!result}
            onClick={() => result && onUse(result.blob)}
          >
            {text('settings.avatar.use')}
          </Button>
        </div>
      </div>
    </div>
  );
}
