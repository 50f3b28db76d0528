import { createElement } from 'react';
import { Button, ButtonLink } from '../button/Button';
import { type ActionProps, type LinkActionProps, useDrawing } from './drawing';

/** Something the reader can do: an entry where it is in a menu, else a button. */
export function Action(props: ActionProps) {
  const drawing = useDrawing();
  if (drawing) return createElement(drawing.Action, props);
  return (
    <Button look="quiet" small onClick={props.onSelect}>
      {props.icon}
      {props.label}
    </Button>
  );
}

/** An action that leads to another page. */
export function LinkAction(props: LinkActionProps) {
  const drawing = useDrawing();
  if (drawing) return createElement(drawing.LinkAction, props);
  return (
    <ButtonLink look="quiet" small to={props.to}>
      {props.icon}
      {props.label}
    </ButtonLink>
  );
}

/** Divides the entries of a menu. */
export function ActionSeparator() {
  const drawing = useDrawing();
  return drawing ? createElement(drawing.Separator) : null;
}
