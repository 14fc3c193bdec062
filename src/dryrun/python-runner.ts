/**
 * Runs a Python program as Pulumi's own executor does, which is part of the CLI and not of the SDK. The engine, the
 * stack and the program come as arguments; an SDK that does not know a setting yet does without it.
 */
export const PYTHON_RUNNER = `
import asyncio, inspect, json, logging, os, runpy, sys, traceback
from concurrent.futures import ThreadPoolExecutor

import pulumi
import pulumi.runtime

given = json.loads(sys.argv[1])
program = given.pop("program")
pulumi.runtime.set_all_config(pulumi.runtime.get_config_env(), pulumi.runtime.get_config_secret_keys_env())
accepted = inspect.signature(pulumi.runtime.Settings).parameters
pulumi.runtime.configure(pulumi.runtime.Settings(**{key: value for key, value in given.items() if key in accepted}))

sys.argv = [program]
if not os.path.isdir(program):
    sys.path.insert(0, os.path.dirname(program))

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.set_default_executor(ThreadPoolExecutor(max_workers=given["parallel"]))
# What is still awaited when a program fails is not news.
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
failed = True
try:
    loop.run_until_complete(pulumi.runtime.run_in_stack(lambda: runpy.run_path(program, run_name="__main__")))
    failed = False
except Exception:
    pulumi.log.error(traceback.format_exc())
finally:
    loop.close()
    sys.stdout.flush()
    sys.stderr.flush()
sys.exit(1 if failed else 0)
`;
