"""Where untrusted notebooks run: `with open_sandbox("bwrap", limits) as sandbox: sandbox.spawn()`.

On by default and fail-closed: what cannot be had on this machine is refused with a sentence that
says what to install. From the outside in:

    box      the sandbox as the examiner uses it        child    one candidate, held by a pidfd
    warm     starts the warm parent                     bwrap    inside bubblewrap
    mounts   what can be read in there                  cgroup   a control group around it
    parent   the warm parent, in there                  launch   the two forks of a candidate
    contain  what a candidate does to itself first      filter   its system calls
    watch    the memory of all its processes            linux    calls that Python lacks
    promises what is promised, each with its attack     probes   the attacks, from the inside
"""

from autograder.sandbox.box import WARM, Sandbox, open_sandbox
from autograder.sandbox.child import Child
from autograder.sandbox.unavailable import SandboxUnavailable

__all__ = ["WARM", "Child", "Sandbox", "SandboxUnavailable", "open_sandbox"]
