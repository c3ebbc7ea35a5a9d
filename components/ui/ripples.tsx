/** The mark as a large ripple behind the front page. */
export function Ripple() {
  return (
    <svg className="ripple" viewBox="0 0 600 600" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor">
        <rect x="248" y="248" width="104" height="104" rx="44" strokeWidth="3" />
        <rect x="200" y="200" width="200" height="200" rx="84" strokeWidth="2.5" />
        <rect x="140" y="140" width="320" height="320" rx="136" strokeWidth="2" />
        <rect x="72" y="72" width="456" height="456" rx="196" strokeWidth="1.5" />
        <rect x="4" y="4" width="592" height="592" rx="258" strokeWidth="1" />
      </g>
    </svg>
  );
}

/** The head of a receipt: the heading beside rings that spread once. */
export function Heard({ heading, children }: { heading: string; children?: React.ReactNode }) {
  return (
    <div className="heard">
      <svg viewBox="0 0 88 88" aria-hidden="true" focusable="false" fill="none">
        <g stroke="currentColor">
          <rect
            className="out b"
            x="2"
            y="2"
            width="84"
            height="84"
            rx="36"
            strokeWidth="1.5"
            strokeOpacity="0.55"
          />
          <rect className="out" x="15" y="15" width="58" height="58" rx="25" strokeWidth="2.25" />
          <rect x="28" y="28" width="32" height="32" rx="14" strokeWidth="3" />
        </g>
        <circle className="core" cx="44" cy="44" r="6" />
      </svg>
      <div>
        <h1>{heading}</h1>
        {children}
      </div>
    </div>
  );
}
