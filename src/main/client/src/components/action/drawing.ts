import { type ComponentType, createContext, type ReactNode, use } from 'react';

export interface ActionProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export interface LinkActionProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly to: string;
}

/** How the place that actions are in shows them: a row of buttons, or a menu. */
export interface Drawing {
  readonly Action: ComponentType<ActionProps>;
  readonly LinkAction: ComponentType<LinkActionProps>;
  readonly Separator: ComponentType;
}

export const DrawingContext = createContext<Drawing | undefined>(undefined);

export const useDrawing = (): Drawing | undefined => use(DrawingContext);
