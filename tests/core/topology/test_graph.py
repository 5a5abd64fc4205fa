import os
import subprocess
import sys

import networkx as nx  # type: ignore[import-untyped]  # ships no types

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.graph import flow_graph, need_graph
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from tests.core.topology.maps import topology

A, B, X = (ComponentId(name) for name in ("a", "b", "x"))


def test_arrows_point_the_way_failure_travels() -> None:
    graph = need_graph(topology("power > hall > login, net > login"))
    assert list(graph) == ["power", "hall", "login", "net"]
    assert nx.descendants(graph, "power") == {"hall", "login"}
    assert nx.ancestors(graph, "login") == {"power", "hall", "net"}


def test_each_need_on_one_supplier_is_an_arrow_of_its_own() -> None:
    to_run, to_start = Need((A, B), name="any"), Need((A,), purpose=Purpose.START)
    graph = need_graph(Topology(components=(Component(A), Component(B), Component(X, needs=(to_run, to_start)))))
    assert set(graph.edges(keys=True)) == {("a", "x", 0), ("b", "x", 0), ("a", "x", 1)}
    assert graph.edges["a", "x", 1]["need"] == to_start
    assert graph.nodes["x"]["component"].needs == (to_run, to_start)


def test_a_view_holds_only_the_purposes_asked_for() -> None:
    needs = (Need((A,)), Need((B,), purpose=Purpose.START), Need((B,), name="call", purpose=Purpose.RESPOND))
    map_ = Topology(components=(Component(A), Component(B), Component(X, needs=needs)))
    assert list(need_graph(map_, {Purpose.RUN}).edges) == [("a", "x", 0)]
    assert list(flow_graph(map_, {Purpose.START, Purpose.RESPOND}).edges(data="needs")) == [("b", "x", (1, 2))]
    assert list(flow_graph(map_).edges(data="needs")) == [("a", "x", (0,)), ("b", "x", (1, 2))]


def test_a_component_without_needs_is_in_every_view() -> None:
    map_ = topology("a > b, x")
    assert list(need_graph(map_, set())) == list(flow_graph(map_, set())) == ["a", "b", "x"]


def test_the_graphs_do_without_scipy() -> None:
    program = (
        "import sys, networkx as nx\n"
        "from blackstart.core.topology.graph import flow_graph\n"
        "from blackstart.core.topology.model import Component, Topology\n"
        "graph = flow_graph(Topology(components=(Component('a'),)))\n"
        "list(nx.strongly_connected_components(graph)), nx.descendants(graph, 'a')\n"
        "sys.exit('scipy' in sys.modules)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], check=False, env=environment).returncode == 0
