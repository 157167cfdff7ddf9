import { Component, type ReactNode } from 'react';

interface BrokenPanelProps {
  /** Another value is another chance. */
  readonly attempt: unknown;
  readonly children: ReactNode;
}

/** Keeps what breaks in a panel from taking the page with it; the next state is tried again. */
export class BrokenPanel extends Component<BrokenPanelProps, { readonly broken: unknown }> {
  override state = { broken: null };

  static getDerivedStateFromError(error: unknown) {
    return { broken: error };
  }

  override componentDidUpdate({ attempt }: BrokenPanelProps) {
    if (this.state.broken && attempt !== this.props.attempt) this.setState({ broken: null });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <p className="empty">This panel cannot show what the program reported. Run it again.</p>;
  }
}
