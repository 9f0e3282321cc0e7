-- Where the texts go on pre-printed blanks, in millimetres; a campaign and form without a row uses the standard places.
create table overprint_layout (
    campaign text not null references campaign,
    form text not null,
    layout jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (campaign, form)
);
