import { ImageUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';

/** A button for the browser's file dialog: the input itself looks different everywhere and is hidden. */
export function PictureChooser({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <ImageUp aria-hidden />
        {text('settings.avatar.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={text('settings.avatar.choose')}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
}
