"""The map as networkx graphs: arrows from supplier to dependent, the way failure travels.

Views for analysis and arrangement; the engine has its own wiring. networkx loads scipy only inside some of its
layouts and centralities, which the program does without: it would cost a third of a second at the first call.
"""

from collections.abc import Collection

import networkx as nx  # type: ignore[import-untyped]  # ships no types

from blackstart.core.topology.model import Purpose, Topology

ALL_PURPOSES = frozenset(Purpose)


def need_graph(topology: Topology, purposes: Collection[Purpose] = ALL_PURPOSES) -> nx.MultiDiGraph:
    """Every need as arrows: one for each of its suppliers.

    Parameters
    ----------
    purposes : collection of Purpose
        Only needs for these.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are component ids in the order of the file, with ``component``; arrows supplier -> dependent have as
        key the index of the need in its component, and ``need``.
    """
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((component.id, {"component": component}) for component in topology.components)
    graph.add_edges_from(
        (supplier, component.id, index, {"need": need})
        for component in topology.components
        for index, need in enumerate(component.needs)
        if need.purpose in purposes
        for supplier in need.on
    )
    return graph


def flow_graph(topology: Topology, purposes: Collection[Purpose] = ALL_PURPOSES) -> nx.DiGraph:
    """Who can be touched by whom: at most one arrow from a supplier to a dependent.

    Returns
    -------
    networkx.DiGraph
        Nodes as in `need_graph`; arrows have ``needs``, the indices of the needs in the dependent, ascending.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from((component.id, {"component": component}) for component in topology.components)
    for supplier, component, index in need_graph(topology, purposes).edges(keys=True):
        known = graph.get_edge_data(supplier, component, {"needs": ()})["needs"]
        graph.add_edge(supplier, component, needs=(*known, index))
    return graph
