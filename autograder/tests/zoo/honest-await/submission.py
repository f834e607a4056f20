# %% own
import asyncio


async def later(x):
    await asyncio.sleep(0.001)
    return 2 * x


print("awaited", await later(3))
# %% ex-98-1
async def _double(x):
    return 2 * x


def double(x):
    return asyncio.run(_double(x))
