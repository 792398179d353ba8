"""Run by Alembic: carries out the steps on the connection it is given, inside its transaction."""

from alembic import context

from simulator.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite undoes changes of tables as well, once Python's driver leaves transactions to us.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
