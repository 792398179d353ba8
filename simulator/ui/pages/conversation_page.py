"""During: the call, the customer, and the coach."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Feeling
from simulator.ui.announcement import announce
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.clock import ContactClock
from simulator.ui.pages.conversation.closing import Closing
from simulator.ui.pages.conversation.coach_column import CoachColumn
from simulator.ui.pages.conversation.composer import Composer
from simulator.ui.pages.conversation.customer_panel import CustomerPanel
from simulator.ui.pages.conversation.customer_strip import CustomerStrip
from simulator.ui.pages.conversation.facts_panel import FactsPanel
from simulator.ui.pages.conversation.transcript import Transcript
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scenario_words import elapsed_words, subtitle, turn_of_about
from simulator.ui.room import Room
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import icon_button, plain
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.notices import Banner, Toast
from simulator.ui.widgets.question import Question
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label
